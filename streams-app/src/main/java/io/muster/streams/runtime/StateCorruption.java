package io.muster.streams.runtime;

import io.muster.contract.failure.Causes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.streams.errors.ProcessorStateException;

/** Recognises corrupt local state and describes the remedy. */
final class StateCorruption {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private StateCorruption() {}

    /** The message for the operator; empty if the failure has another cause. */
    static Optional<String> message(Throwable failure, Path directory) {
        return Causes.last(failure, ProcessorStateException.class)
                .map(ofState -> message(ofState, Causes.root(failure), directory));
    }

    private static String message(ProcessorStateException ofState, Throwable root, Path directory) {
        String what = root.equals(ofState) ? ofState.getMessage() : ofState.getMessage() + ": " + root.getMessage();
        return "The local state in " + directory + " is damaged or cannot be read: "
                + SPACE.matcher(what).replaceAll(" ").replaceFirst("\\.+$", "")
                + ". Nothing is lost: the state can be rebuilt from the topics. If the disk is full or broken, fix that"
                + " first. Then start with --rebuild-state, which deletes the state and rebuilds it";
    }
}
