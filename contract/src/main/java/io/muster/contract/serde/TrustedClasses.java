package io.muster.contract.serde;

import static org.apache.avro.util.ClassSecurityValidator.DEFAULT;
import static org.apache.avro.util.ClassSecurityValidator.composite;
import static org.apache.avro.util.ClassSecurityValidator.setGlobal;

/** Avro creates no class outside the packages it trusts; the generated records are in one of ours. */
final class TrustedClasses {

    private TrustedClasses() {}

    static void trust() {
        Once.DONE.run();
    }

    /** Set once per process, when first asked: the validator is global to Avro. */
    private enum Once implements Runnable {
        DONE;

        Once() {
            setGlobal(composite(DEFAULT, type -> type.getName().startsWith("io.muster.schema.")));
        }

        @Override
        public void run() {
            // the work is in the constructor, which the JVM runs once
        }
    }
}
