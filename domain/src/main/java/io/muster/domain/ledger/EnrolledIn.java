package io.muster.domain.ledger;

import io.muster.domain.AreaId;

/**
 * The areas in which statements enroll a participant, whether they win or not. The set only grows, so the order of
 * statements does not matter. If there are several areas, it is not kept which ones.
 */
public sealed interface EnrolledIn {

    EnrolledIn NO_AREA = new NoArea();
    EnrolledIn SEVERAL_AREAS = new SeveralAreas();

    /** The union of both. */
    EnrolledIn and(EnrolledIn other);

    /** Whether it includes an area other than the given one. */
    boolean includesOtherThan(AreaId areaId);

    /** No statement enrolls. */
    record NoArea() implements EnrolledIn {

        @Override
        public EnrolledIn and(EnrolledIn other) {
            return other;
        }

        @Override
        public boolean includesOtherThan(AreaId areaId) {
            return false;
        }
    }

    /** All enrolling statements name this area. */
    record OneArea(AreaId areaId) implements EnrolledIn {

        @Override
        public EnrolledIn and(EnrolledIn other) {
            return other instanceof NoArea || other.equals(this) ? this : SEVERAL_AREAS;
        }

        @Override
        public boolean includesOtherThan(AreaId another) {
            return !areaId.equals(another);
        }
    }

    /** Enrolling statements name two areas or more. */
    record SeveralAreas() implements EnrolledIn {

        @Override
        public EnrolledIn and(EnrolledIn other) {
            return this;
        }

        @Override
        public boolean includesOtherThan(AreaId areaId) {
            return true;
        }
    }
}
