package io.muster.http;

import java.nio.file.Path;

/** The certificate that a service shows, and its private key. */
public sealed interface TlsFiles {

    /**
     * As most certificate authorities give them out.
     *
     * @param certificates PEM, the service's own first, then those up to the authority
     * @param privateKey PEM, PKCS #8, not encrypted
     */
    record Pem(Path certificates, Path privateKey) implements TlsFiles {}

    /**
     * Both in one file.
     *
     * @param password of the file
     */
    record Pkcs12(Path file, String password) implements TlsFiles {

        /** Never the password. */
        @Override
        public String toString() {
            return "PKCS #12 " + file;
        }
    }
}
