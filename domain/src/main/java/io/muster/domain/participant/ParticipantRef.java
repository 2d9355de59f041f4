package io.muster.domain.participant;

import io.muster.domain.CanonicalForm;
import io.muster.domain.Ids;
import java.util.Base64;
import java.util.Objects;

/** A participant, known only by an opaque reference that says nothing about the person. It may be invalid. */
public record ParticipantRef(String value) implements Comparable<ParticipantRef> {

    /** @throws NullPointerException without a value, as for a record without a key */
    public ParticipantRef {
        Objects.requireNonNull(value, "the id of a participant is missing");
    }

    /**
     * Brings a reference to its {@linkplain CanonicalForm canonical form}.
     *
     * @throws io.muster.domain.InvalidFieldException if it is blank, longer than {@value Ids#MAX_LENGTH} characters,
     *     or has control characters
     */
    public static ParticipantRef parse(String written) {
        String value = CanonicalForm.of(written);
        return new ParticipantRef(Ids.require("participantRef", value, Ids.problem(value, "")));
    }

    /**
     * The participant with an insurance or citizen number: HMAC-SHA-256 (RFC 2104) of the
     * {@linkplain IdentityNumber normalised} number in UTF-8 under the key, in URL-safe Base64 (RFC 4648, section 5)
     * without padding, 43 characters. It does not depend on how the number is written. Without the key, the number
     * cannot be derived from it.
     *
     * @throws io.muster.domain.InvalidFieldException if it is not an identity number; the message does not show it
     */
    public static ParticipantRef of(String identityNumber, ParticipantKey key) {
        byte[] code = key.sign(IdentityNumber.normalised(identityNumber));
        return new ParticipantRef(Base64.getUrlEncoder().withoutPadding().encodeToString(code));
    }

    @Override
    public int compareTo(ParticipantRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
