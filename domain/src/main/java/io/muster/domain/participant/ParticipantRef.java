package io.muster.domain.participant;

import io.muster.domain.CanonicalForm;
import io.muster.domain.Ids;
import java.util.Base64;

/**
 * A participant, known only by an opaque reference that says nothing about the person.
 *
 * @param value at most {@value io.muster.domain.Ids#MAX_LENGTH} characters; brought to its
 *     {@linkplain CanonicalForm canonical form}
 */
public record ParticipantRef(String value) {

    /** @throws io.muster.domain.InvalidFieldException if it is blank, too long, or has control characters */
    public ParticipantRef {
        value = CanonicalForm.of(value);
        Ids.require("participantRef", value, Ids.problem(value, ""));
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

    /** The value alone. */
    @Override
    public String toString() {
        return value;
    }
}
