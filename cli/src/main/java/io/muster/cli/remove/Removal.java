package io.muster.cli.remove;

import io.muster.client.ReferenceBatch;
import java.util.List;

/**
 * A removal that is ready to be published.
 *
 * @param title what is removed, as in "target of yen-dung in drive"
 * @param lines what changes, as text
 * @param change the same, for the JSON report
 */
record Removal(String title, List<String> lines, Object change, ReferenceBatch batch) {

    Removal {
        lines = List.copyOf(lines);
    }
}
