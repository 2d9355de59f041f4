package io.muster.notifier.config;

import io.muster.notifier.channel.Credentials;
import io.muster.notifier.channel.DeliveryFailedException;
import io.muster.notifier.channel.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Reads credentials from environment variables or files, never from the settings themselves. */
final class CredentialsReader {

    private final Function<String, Optional<String>> environment;

    CredentialsReader(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /** A token, a login, or nothing. */
    Credentials tokenOrLogin(ReceiverSettings settings) {
        Optional<Secret> token = secret(settings, "token");
        Credentials login = login(settings);
        if (token.isPresent() && login instanceof Credentials.Login) {
            throw settings.problem("user", "cannot be combined with a token");
        }
        return token.<Credentials>map(Credentials.Bearer::new).orElse(login);
    }

    /** A login or nothing. */
    Credentials login(ReceiverSettings settings) {
        Optional<Secret> password = secret(settings, "password");
        Optional<String> user = settings.text("user");
        if (user.isEmpty() && password.isEmpty()) {
            return new Credentials.None();
        }
        return new Credentials.Login(
                user.orElseThrow(() -> settings.problem("user", "is missing, although a password is set")),
                password.orElseThrow(
                        () -> settings.problem("password-file", "or password-env is missing, although a user is set")));
    }

    private Optional<Secret> secret(ReceiverSettings settings, String kind) {
        String variable = kind + "-env";
        String file = kind + "-file";
        settings.forbid(
                kind,
                "secrets must not be stored in the settings file. Store the secret in a separate file and set " + file
                        + "=PATH, or in an environment variable and set " + variable + "=NAME");
        Optional<Secret> fromVariable = settings.text(variable).map(name -> fromVariable(settings, variable, name));
        Optional<Secret> fromFile = settings.text(file).map(path -> fromFile(settings, file, path));
        if (fromVariable.isPresent() && fromFile.isPresent()) {
            throw settings.problem(file, "cannot be combined with " + variable);
        }
        return fromVariable.or(() -> fromFile);
    }

    private Secret fromVariable(ReceiverSettings settings, String key, String name) {
        String value = environment
                .apply(name)
                .orElseThrow(() -> settings.problem(key, "names " + name + ", but this variable is not set"));
        return () -> value;
    }

    /** Reads the file at each use. Also reads it once now, to report problems early. */
    private static Secret fromFile(ReceiverSettings settings, String key, String path) {
        Path file;
        try {
            file = Path.of(path);
            readFirstLine(file);
        } catch (IOException | InvalidPathException e) {
            throw settings.problem(key, "names " + path + ", which cannot be read: " + e);
        }
        return () -> {
            try {
                return readFirstLine(file);
            } catch (IOException e) {
                throw DeliveryFailedException.unreachable("cannot read the secret in " + file + ": " + e, e);
            }
        };
    }

    private static String readFirstLine(Path file) throws IOException {
        String line = Files.readString(file).lines().findFirst().orElse("").strip();
        if (line.isEmpty()) {
            throw new IOException("the first line is empty");
        }
        return line;
    }
}
