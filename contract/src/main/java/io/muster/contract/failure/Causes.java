package io.muster.contract.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Searches the chain of causes of an exception. */
public final class Causes {

    private Causes() {}

    /** The innermost cause; the failure itself if it has none. */
    public static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    /** The message of the innermost cause; its class name if it has no message. */
    public static String rootMessage(Throwable failure) {
        return message(root(failure));
    }

    /** The outermost cause of a type. */
    public static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
        return all(failure, type).stream().findFirst();
    }

    /** The innermost cause of a type. */
    public static <T extends Throwable> Optional<T> last(Throwable failure, Class<T> type) {
        return all(failure, type).stream().reduce((outer, inner) -> inner);
    }

    static String message(Throwable failure) {
        @Nullable String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private static <T extends Throwable> List<T> all(Throwable failure, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                found.add(type.cast(cause));
            }
        }
        return found;
    }
}
