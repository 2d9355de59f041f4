package io.muster.simulation.scenario;

import java.util.List;

/**
 * One drive as it came in.
 *
 * @param published what came in by the end of the published day
 * @param rest what came in after it, to the end of the drive
 */
record Sample(Drive drive, Tree tree, Part published, Part rest) {

    /**
     * @param arrivals the lines of this part's file
     * @param figures what this part, together with the one before it, comes to
     */
    record Part(List<Arrival> arrivals, Figures figures) {}
}
