package io.muster.gateway.body;

import io.muster.domain.statement.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of a request after parsing. */
public sealed interface ParsedRecord {

    /** Position in the request, from 0. */
    int index();

    /** A valid statement. */
    record Valid(int index, Statement statement) implements ParsedRecord {}

    /**
     * An invalid record.
     *
     * @param eventId null if the record has none
     * @param problems at least one
     */
    record Invalid(int index, @Nullable String eventId, List<RecordProblem> problems) implements ParsedRecord {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
