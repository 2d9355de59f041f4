package io.muster.intake.statement;

import static io.muster.intake.statement.StatementFieldNames.PARTICIPANT_REF;

import io.muster.domain.InvalidFieldException;
import io.muster.domain.participant.IdentityNumber;
import io.muster.domain.participant.ParticipantRef;
import io.muster.intake.row.Fields;

/** Reads the participant of a line: a reference, or an identity number that is pseudonymized at once. */
final class ParticipantField {

    private final ReadingSettings.Participants settings;

    ParticipantField(ReadingSettings.Participants settings) {
        this.settings = settings;
    }

    /** Replaces an identity number by the participant reference. Runs before any other field is derived from it. */
    void replaceIdentityNumber(Fields fields) {
        String number = fields.textOrNull(IdentityNumber.FIELD);
        if (number == null) {
            return;
        }
        String participantRef = fields.textOrNull(PARTICIPANT_REF);
        fields.override(PARTICIPANT_REF, "?");
        if (participantRef != null) {
            fields.problem(
                    IdentityNumber.FIELD, "is given together with a " + PARTICIPANT_REF, "leave one of the two empty");
        } else if (settings.key().isEmpty()) {
            fields.problem(
                    IdentityNumber.FIELD,
                    "cannot be read without the participant key",
                    "name it with --participant-key, or give a " + PARTICIPANT_REF + " instead");
        } else {
            try {
                fields.override(
                        PARTICIPANT_REF,
                        ParticipantRef.of(number, settings.key().get()).value());
            } catch (InvalidFieldException e) {
                fields.problem(IdentityNumber.FIELD, e.problem(), "correct it");
            }
        }
    }

    /** Notes that the reference is a bare number, and so may be an identity number. */
    void refuseNumericRef(Fields fields) {
        fields.problem(
                PARTICIPANT_REF,
                "is a bare number of 9 to 12 digits, as identity numbers are",
                settings.key().isPresent()
                        ? "give it as " + IdentityNumber.FIELD + ", which is replaced under the participant key"
                        : "give it as " + IdentityNumber.FIELD
                                + " with --participant-key; or, if such numbers are never identity numbers, allow them"
                                + " with --allow-numeric-refs");
    }
}
