package io.muster.streams.runtime;

import io.muster.contract.failure.Causes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.streams.errors.ProcessorStateException;

/** What is said where what an instance keeps on disk cannot be used. */
final class StateDamage {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private StateDamage() {}

    /** The message for the operator, if a failure of Kafka Streams is of that kind. */
    static Optional<String> message(Throwable failure, Path directory) {
        return Causes.last(failure, ProcessorStateException.class)
                .map(ofState -> message(ofState, Causes.root(failure), directory));
    }

    private static String message(ProcessorStateException ofState, Throwable root, Path directory) {
        String what = root.equals(ofState) ? ofState.getMessage() : ofState.getMessage() + ": " + root.getMessage();
        return "What the instance keeps in " + directory + " is damaged or cannot be read: "
                + SPACE.matcher(what).replaceAll(" ").replaceFirst("\\.+$", "")
                + ". Nothing is lost: all of it is counted anew from the topics. If the disk is full or broken, mend that"
                + " first. Then start with --rebuild-state, which removes it and counts anew";
    }
}
