package io.muster.domain.participant;

import io.muster.domain.CanonicalForm;
import io.muster.domain.Ids;
import java.util.Base64;

/**
 * A participant as all of Muster knows them: a word that says nothing of the person.
 *
 * @param value at most {@value io.muster.domain.Ids#MAX_LENGTH} characters; brought to its {@linkplain CanonicalForm one form}
 */
public record ParticipantRef(String value) {

    /** @throws io.muster.domain.InvalidFieldException if it is blank, too long, or has control characters */
    public ParticipantRef {
        value = CanonicalForm.of(value);
        Ids.require("participantRef", value, Ids.problem(value, ""));
    }

    /**
     * The participant behind an insurance or citizen number: HMAC-SHA-256 (RFC 2104) of the {@linkplain IdentityNumber normalised}
     * number in UTF-8 under the key, in Base64 for addresses (RFC 4648, section 5) without padding, 43 characters. The same however
     * the number is written; nobody without the key can tell the number from it.
     *
     * @throws io.muster.domain.InvalidFieldException if it is no identity number; the message does not show it
     */
    public static ParticipantRef of(String identityNumber, ParticipantKey key) {
        byte[] code = key.sign(IdentityNumber.normalised(identityNumber));
        return new ParticipantRef(Base64.getUrlEncoder().withoutPadding().encodeToString(code));
    }

    /** The word alone. */
    @Override
    public String toString() {
        return value;
    }
}
