package io.muster.cli.service;

import io.muster.cli.options.SettingSources;
import io.muster.http.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** TLS for the HTTP server. */
public final class TlsOptions {

    private static final String PASSWORD = "MUSTER_TLS_PASSWORD";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description =
                    "Serve HTTPS with the certificate chain in this PEM file, the server's own certificate" + " first.")
    private Optional<Path> certificates = Optional.empty();

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "Private key of --tls-cert, in PEM (PKCS #8, not encrypted).")
    private Optional<Path> privateKey = Optional.empty();

    @Option(
            names = "--tls-pkcs12",
            paramLabel = "FILE",
            description = "Serve HTTPS with the certificate and key in this file, instead of --tls-cert and --tls-key.")
    private Optional<Path> pkcs12 = Optional.empty();

    @Option(
            names = "--tls-password-file",
            paramLabel = "FILE",
            description = "File with the password of --tls-pkcs12. Or give the password itself in the environment as"
                    + " " + PASSWORD + ".")
    private Optional<Path> passwordFile = Optional.empty();

    /** The certificate and key; empty without TLS. */
    public Optional<TlsFiles> files() {
        if (certificates.isPresent() != privateKey.isPresent()) {
            throw wrong("--tls-cert and --tls-key go together; give both or neither");
        }
        if (pkcs12.isPresent() && certificates.isPresent()) {
            throw wrong("--tls-pkcs12 and --tls-cert are both given; keep one of them");
        }
        return pkcs12.<TlsFiles>map(file -> new TlsFiles.Pkcs12(file, password()))
                .or(() -> certificates.flatMap(file -> privateKey.map(key -> new TlsFiles.Pem(file, key))));
    }

    private String password() {
        return passwordFile
                .map(this::firstLine)
                .or(() -> command.defaultValueProvider() instanceof SettingSources sources
                        ? sources.variableOf(PASSWORD)
                        : Optional.empty())
                .orElseThrow(() -> wrong("--tls-pkcs12 needs --tls-password-file, or " + PASSWORD));
    }

    private String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw wrong("--tls-password-file " + file + ": cannot be read: " + e);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
