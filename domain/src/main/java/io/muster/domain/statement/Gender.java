package io.muster.domain.statement;

/** Gender as the registration system states it. */
public enum Gender {
    UNDISCLOSED,
    FEMALE,
    MALE,
    OTHER
}
