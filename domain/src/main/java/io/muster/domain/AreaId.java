package io.muster.domain;

/** The id of an area. It may be invalid, see {@link Ids#areaProblem}. */
public record AreaId(String value) implements Comparable<AreaId> {

    @Override
    public int compareTo(AreaId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
