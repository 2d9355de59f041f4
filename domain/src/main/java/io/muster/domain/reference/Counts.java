package io.muster.domain.reference;

import io.muster.domain.InvalidFieldException;
import org.jspecify.annotations.Nullable;

final class Counts {

    private Counts() {}

    static void requireNotNegative(String field, @Nullable Long count) {
        if (count != null && count < 0) {
            throw new InvalidFieldException(field, "must not be negative, but is " + count);
        }
    }
}
