package io.muster.http;

import java.nio.file.Path;

/** The files that hold a service's certificate and private key. */
public sealed interface TlsFiles {

    /**
     * Separate PEM files, as most certificate authorities issue them.
     *
     * @param certificates the service's certificate, followed by its chain
     * @param privateKey an unencrypted PKCS #8 key
     */
    record Pem(Path certificates, Path privateKey) implements TlsFiles {}

    /**
     * One PKCS #12 file with both.
     *
     * @param password the password of the file
     */
    record Pkcs12(Path file, String password) implements TlsFiles {

        /** Omits the password. */
        @Override
        public String toString() {
            return "PKCS #12 " + file;
        }
    }
}
