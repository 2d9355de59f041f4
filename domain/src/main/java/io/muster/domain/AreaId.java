package io.muster.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The id of an area. It may be invalid, see {@link Ids#areaProblem}. */
public record AreaId(String value) implements Comparable<AreaId> {

    /** @throws NullPointerException without a value, as for a record without a key */
    public AreaId {
        Objects.requireNonNull(value, "the id of an area is missing");
    }

    /** The id with a value that may be missing. */
    public static @Nullable AreaId ofNullable(@Nullable String value) {
        return value == null ? null : new AreaId(value);
    }

    /** The value of an id that may be missing. */
    public static @Nullable String valueOrNull(@Nullable AreaId areaId) {
        return areaId == null ? null : areaId.value();
    }

    @Override
    public int compareTo(AreaId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
