package io.muster.domain.participant;

/** Whether a participant may be known by a bare number as long as an identity number. */
public enum NumericRefs {
    /** It may not: such a number is most likely somebody's, and stays on the topic for ever. */
    REFUSED,
    /** It may: the registration system's own numbers happen to be that long. */
    ALLOWED
}
