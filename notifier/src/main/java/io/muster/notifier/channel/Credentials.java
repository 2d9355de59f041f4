package io.muster.notifier.channel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What a server is shown so that it lets us in. */
public sealed interface Credentials {

    /** Nothing. */
    record None() implements Credentials {}

    /** A token, sent as {@code Authorization: Bearer}. */
    record Bearer(Secret token) implements Credentials {}

    /** A user and a password. */
    record Login(String user, Secret password) implements Credentials {}

    /** The value of the HTTP header {@code Authorization}. */
    default Optional<String> authorization() throws DeliveryFailedException {
        if (this instanceof Bearer bearer) {
            return Optional.of("Bearer " + bearer.token().reveal());
        }
        if (this instanceof Login login) {
            String both = login.user() + ":" + login.password().reveal();
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        return Optional.empty();
    }
}
