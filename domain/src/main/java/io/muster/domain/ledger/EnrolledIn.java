package io.muster.domain.ledger;

/** In which areas the statements about a participant enroll, winning or not. It only grows, so their order does not matter. */
public sealed interface EnrolledIn {

    EnrolledIn NO_AREA = new NoArea();
    EnrolledIn SEVERAL_AREAS = new SeveralAreas();

    /** All that is in this or in the other. */
    EnrolledIn and(EnrolledIn other);

    /** Whether there is an area among them that is not this one. */
    boolean includesOtherThan(String areaId);

    /** No statement enrolls. */
    record NoArea() implements EnrolledIn {

        @Override
        public EnrolledIn and(EnrolledIn other) {
            return other;
        }

        @Override
        public boolean includesOtherThan(String areaId) {
            return false;
        }
    }

    /** All statements that enroll name this area. */
    record OneArea(String areaId) implements EnrolledIn {

        @Override
        public EnrolledIn and(EnrolledIn other) {
            return other instanceof NoArea || other.equals(this) ? this : SEVERAL_AREAS;
        }

        @Override
        public boolean includesOtherThan(String another) {
            return !areaId.equals(another);
        }
    }

    /** Statements enroll in two areas or more. */
    record SeveralAreas() implements EnrolledIn {

        @Override
        public EnrolledIn and(EnrolledIn other) {
            return this;
        }

        @Override
        public boolean includesOtherThan(String areaId) {
            return true;
        }
    }
}
