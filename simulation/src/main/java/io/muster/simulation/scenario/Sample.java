package io.muster.simulation.scenario;

import java.util.List;

/**
 * The generated sample of one drive.
 *
 * @param published statements that arrived by the end of the published day
 * @param rest statements that arrived later, until the end of the drive
 */
record Sample(Drive drive, SampleAreas areas, Part published, Part rest) {

    /**
     * @param arrivals the lines of the file of this part
     * @param figures expected figures after this part and the one before it
     */
    record Part(List<Arrival> arrivals, ExpectedFigures figures) {}
}
