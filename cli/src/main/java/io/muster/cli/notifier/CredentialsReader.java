package io.muster.cli.notifier;

import io.muster.notifier.channel.Credentials;
import io.muster.notifier.channel.DeliveryFailedException;
import io.muster.notifier.channel.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where receivers' settings find their secrets: in the environment or in files, never in the settings themselves. */
final class CredentialsReader {

    private final Function<String, Optional<String>> environment;

    CredentialsReader(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    /** What an HTTP server is shown: a token, or a user and a password, or nothing. */
    Credentials ofHttp(ReceiverSettings fields) {
        Optional<Secret> token = secret(fields, "token");
        Credentials login = login(fields);
        if (token.isPresent() && login instanceof Credentials.Login) {
            throw fields.wrong("user", "cannot go with a token");
        }
        return token.<Credentials>map(Credentials.Bearer::new).orElse(login);
    }

    /** What a server is shown: a user and a password, or nothing. */
    Credentials login(ReceiverSettings fields) {
        Optional<Secret> password = secret(fields, "password");
        Optional<String> user = fields.text("user");
        if (user.isEmpty() && password.isEmpty()) {
            return new Credentials.None();
        }
        return new Credentials.Login(
                user.orElseThrow(() -> fields.wrong("user", "is missing, as there is a password")),
                password.orElseThrow(
                        () -> fields.wrong("password-file", "or password-env is missing, as there is a user")));
    }

    private Optional<Secret> secret(ReceiverSettings fields, String kind) {
        String variable = kind + "-env";
        String file = kind + "-file";
        fields.refuse(
                kind,
                "secrets do not belong into a file of settings. Put it into a file of its own and name that with "
                        + file + "=PATH, or into the environment with " + variable + "=NAME");
        Optional<Secret> fromVariable = fields.text(variable).map(name -> inVariable(fields, variable, name));
        Optional<Secret> fromFile = fields.text(file).map(path -> inFile(fields, file, path));
        if (fromVariable.isPresent() && fromFile.isPresent()) {
            throw fields.wrong(file, "cannot go with " + variable);
        }
        return fromVariable.or(() -> fromFile);
    }

    private Secret inVariable(ReceiverSettings fields, String key, String name) {
        String value = environment
                .apply(name)
                .orElseThrow(() -> fields.wrong(key, "names " + name + ", which is not in the environment"));
        return () -> value;
    }

    /** Read whenever it is used, and once now, to say early what is wrong. */
    private static Secret inFile(ReceiverSettings fields, String key, String path) {
        Path file;
        try {
            file = Path.of(path);
            readFirstLine(file);
        } catch (IOException | InvalidPathException e) {
            throw fields.wrong(key, "names " + path + ", which cannot be read: " + e);
        }
        return () -> {
            try {
                return readFirstLine(file);
            } catch (IOException e) {
                throw DeliveryFailedException.unreachable("the secret in " + file + " cannot be read: " + e, e);
            }
        };
    }

    private static String readFirstLine(Path file) throws IOException {
        String line = Files.readString(file).lines().findFirst().orElse("").strip();
        if (line.isEmpty()) {
            throw new IOException("it is empty");
        }
        return line;
    }
}
