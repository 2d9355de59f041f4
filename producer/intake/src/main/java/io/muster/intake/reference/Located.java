package io.muster.intake.reference;

import io.muster.intake.text.Problem;
import org.jspecify.annotations.Nullable;

/** A record and its place in the files. */
record Located<T>(String file, long line, T record) {

    Problem problem(String field, @Nullable String value, String problem, String remedy) {
        return new Problem(file, line, null, field, value, problem, remedy);
    }

    String place() {
        return file + ", line " + line;
    }
}
