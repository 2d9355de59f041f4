package io.muster.domain.participant;

/** Whether a participantRef may be a bare number as long as an identity number. */
public enum NumericRefs {
    /** Such a number is refused. It is most likely an identity number, and would stay on the topic for ever. */
    REFUSED,
    /** Such a number is allowed, because the registration system's own numbers happen to be that long. */
    ALLOWED
}
