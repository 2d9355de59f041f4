package io.muster.domain.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Interns segments: many counts share one object per segment, which saves memory and makes comparisons cheap. */
public final class SegmentPool {

    private final Map<Segment, Segment> pool = new HashMap<>();
    private final Map<Segments, List<Segment>> known = new HashMap<>();

    public Segment get(Dimension dimension, String value) {
        return shared(new Segment(dimension, value));
    }

    /** The known segments of a participant, in the order of the dimensions. */
    public List<Segment> known(Segments segments) {
        return known.computeIfAbsent(
                segments, s -> s.known().stream().map(this::shared).toList());
    }

    private Segment shared(Segment segment) {
        return pool.computeIfAbsent(segment, same -> same);
    }
}
