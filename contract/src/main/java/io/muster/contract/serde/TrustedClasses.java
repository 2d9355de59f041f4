package io.muster.contract.serde;

import static org.apache.avro.util.ClassSecurityValidator.DEFAULT;
import static org.apache.avro.util.ClassSecurityValidator.composite;
import static org.apache.avro.util.ClassSecurityValidator.setGlobal;

/** Adds our generated records to the classes that Avro may instantiate. */
final class TrustedClasses {

    private TrustedClasses() {}

    static void trust() {
        Once.DONE.run();
    }

    /** Avro's validator is global, so it is set once per process. */
    private enum Once implements Runnable {
        DONE;

        Once() {
            setGlobal(composite(DEFAULT, type -> type.getName().startsWith("io.muster.schema.")));
        }

        @Override
        public void run() {
            // the constructor has done the work
        }
    }
}
