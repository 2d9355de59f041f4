package io.muster.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    private static final String PASSWORD = "not-a-secret";

    @TempDir
    private Path folder;

    private Path pkcs12;

    @BeforeEach
    void name() {
        pkcs12 = folder.resolve("service.p12");
    }

    @Test
    void shouldServeWithACertificateInPkcs12() throws Exception {
        make("EC");

        assertThat(status(new TlsFiles.Pkcs12(pkcs12, PASSWORD))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void shouldServeWithACertificateInPem(String algorithm) throws Exception {
        make(algorithm);
        KeyStore store = read();
        Path certificate = pem("CERTIFICATE", store.getCertificate("service").getEncoded());
        Path key = pem(
                "PRIVATE KEY", store.getKey("service", PASSWORD.toCharArray()).getEncoded());

        assertThat(status(new TlsFiles.Pem(certificate, key))).isEqualTo(200);
    }

    @Test
    void shouldReportAnInvalidPemFileAndTheRemedy() throws Exception {
        make("EC");
        Path certificate = pem("CERTIFICATE", read().getCertificate("service").getEncoded());
        Path other = pem("RSA PRIVATE KEY", new byte[] {1, 2, 3});

        assertThatThrownBy(() -> status(new TlsFiles.Pem(certificate, other)))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining(other.toString())
                .hasMessageContaining("openssl pkcs8 -topk8");
        assertThatThrownBy(() -> status(new TlsFiles.Pem(other, certificate)))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("PEM");
    }

    @Test
    void shouldReportAWrongPasswordWithoutRevealingIt() throws Exception {
        make("EC");

        assertThatThrownBy(() -> status(new TlsFiles.Pkcs12(pkcs12, "guessed")))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining("guessed");
    }

    private int status(TlsFiles files) throws Exception {
        ServerSettings settings =
                new ServerSettings(Optional.of("127.0.0.1"), 0, Optional.of(files), 10, Duration.ofSeconds(1));
        try (HttpServer server = new HttpServer(
                "service", settings, Duration.ofSeconds(5), config -> config.routes.get("/", context -> {}))) {
            server.start();
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + "/"))
                    .build();
            return HttpClient.newBuilder()
                    .sslContext(trusting())
                    .build()
                    .send(request, BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private void make(String algorithm) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "service",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        pkcs12.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    private KeyStore read() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(pkcs12)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("service", read().getCertificate("service"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private Path pem(String what, byte[] bytes) throws Exception {
        String text = "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----\n";
        return Files.writeString(folder.resolve(what.replace(' ', '-') + ".pem"), text);
    }
}
