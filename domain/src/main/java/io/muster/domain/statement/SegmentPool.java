package io.muster.domain.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the same object for the same segment, so that many counts can share it and find it at a glance. */
public final class SegmentPool {

    private final Map<Segment, Segment> pool = new HashMap<>();
    private final Map<Segments, List<Segment>> known = new HashMap<>();

    public Segment get(Dimension dimension, String value) {
        return shared(new Segment(dimension, value));
    }

    /** The segments that are known of a participant. */
    public List<Segment> known(Segments segments) {
        return known.computeIfAbsent(
                segments, s -> s.known().stream().map(this::shared).toList());
    }

    private Segment shared(Segment segment) {
        return pool.computeIfAbsent(segment, same -> same);
    }
}
