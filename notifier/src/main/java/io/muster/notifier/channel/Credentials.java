package io.muster.notifier.channel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How a channel authenticates to its server. */
public sealed interface Credentials {

    /** No authentication. */
    record None() implements Credentials {}

    /** A token, sent as {@code Authorization: Bearer}. */
    record Bearer(Secret token) implements Credentials {}

    /** A user name and a password. */
    record Login(String user, Secret password) implements Credentials {}

    /** The value of the HTTP header {@code Authorization}; empty if the server needs none. */
    default Optional<String> authorization() throws DeliveryFailedException {
        if (this instanceof Bearer bearer) {
            return Optional.of("Bearer " + bearer.token().reveal());
        }
        if (this instanceof Login login) {
            String userInfo = login.user() + ":" + login.password().reveal();
            return Optional.of(
                    "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8)));
        }
        return Optional.empty();
    }
}
