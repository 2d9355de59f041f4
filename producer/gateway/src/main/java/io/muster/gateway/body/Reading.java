package io.muster.gateway.body;

import io.muster.domain.statement.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was made of one record of a request. */
public sealed interface Reading {

    /** Its place in the request, from 0. */
    int index();

    /** A statement. */
    record Good(int index, Statement statement) implements Reading {}

    /**
     * Something else.
     *
     * @param eventId where it has one
     * @param flaws what is wrong with it; at least one
     */
    record Bad(int index, @Nullable String eventId, List<Flaw> flaws) implements Reading {

        public Bad {
            flaws = List.copyOf(flaws);
        }
    }
}
