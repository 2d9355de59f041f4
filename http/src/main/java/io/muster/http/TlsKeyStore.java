package io.muster.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads certificates and keys into a {@link KeyStore}. */
final class TlsKeyStore {

    /** The KeyStore API requires a password, even for a store that exists only in memory. */
    static final String MEMORY_PASSWORD = "memory";

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private TlsKeyStore() {}

    /** @throws TlsException if a file is unusable */
    static KeyStore read(TlsFiles.Pem pem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = certificates(pem.certificates());
            store.setKeyEntry("service", privateKey(pem.privateKey()), MEMORY_PASSWORD.toCharArray(), chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsException("cannot use " + pem + ": " + e.getMessage(), e);
        }
    }

    /** @throws TlsException if the file is unusable */
    static KeyStore read(TlsFiles.Pkcs12 file) {
        try (InputStream in = Files.newInputStream(file.file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, file.password().toCharArray());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsException(
                    file.file() + " cannot be read: " + e.getMessage()
                            + "; check that it is PKCS #12, and its password",
                    e);
        }
    }

    private static Certificate[] certificates(Path file) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
                    .toArray(Certificate[]::new);
        } catch (CertificateException | IOException e) {
            throw new TlsException(
                    file + " cannot be read: " + e.getMessage() + "; it must hold certificates in PEM", e);
        }
    }

    private static PrivateKey privateKey(Path file) throws NoSuchAlgorithmException {
        try {
            Matcher pem = PRIVATE_KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            if (!pem.find()) {
                throw new InvalidKeySpecException("it has no BEGIN PRIVATE KEY");
            }
            return privateKey(Base64.getMimeDecoder().decode(pem.group(1)));
        } catch (InvalidKeySpecException | IOException | IllegalArgumentException e) {
            throw new TlsException(
                    file + " cannot be used: " + e.getMessage()
                            + "; make what is needed with: openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW",
                    e);
        }
    }

    private static PrivateKey privateKey(byte[] pkcs8) throws NoSuchAlgorithmException, InvalidKeySpecException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                // try the next algorithm
            }
        }
        throw new InvalidKeySpecException("its algorithm must be one of " + String.join(", ", ALGORITHMS));
    }
}
