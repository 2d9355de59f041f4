package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * ExpectedFigures of the input lines, including those that a count of lines would get wrong.
 *
 * @param participants participants that any line is about
 * @param recordedLater statements recorded on a later local day than they are about
 */
record InputFigures(Lines lines, int participants, Changes changes, int recordedLater) {

    /**
     * @param duplicates lines that repeat an earlier line
     * @param stale lines that arrive after a line of the same participant with a higher version
     * @param enrolledByDistrict lines with status ENROLLED and a day of the period
     */
    record Lines(int total, int duplicates, int stale, Map<AreaId, Integer> enrolledByDistrict) {}

    /**
     * What statements change against the previous statement of the same participant.
     *
     * @param areaMoves corrections of the area
     * @param dayMoves corrections of the day only
     */
    record Changes(int areaMoves, int dayMoves, int withdrawals, int reEnrollments) {}

    static InputFigures of(
            Campaign campaign, SampleAreas areas, List<Participant> participants, List<Arrival> arrivals) {
        ChangeCounter changes = new ChangeCounter();
        int statements = 0;
        int recordedLater = 0;
        for (Participant participant : participants) {
            List<Statement> ofParticipant = participant.statements();
            statements += ofParticipant.size();
            for (int i = 1; i < ofParticipant.size(); i++) {
                changes.add(ofParticipant.get(i - 1), ofParticipant.get(i));
            }
            recordedLater += (int) ofParticipant.stream()
                    .filter(s ->
                            s.recordedAt().atZone(campaign.zone()).toLocalDate().isAfter(s.enrolledOn()))
                    .count();
        }
        Lines lines = new Lines(
                arrivals.size(),
                arrivals.size() - statements,
                stale(arrivals),
                enrolledLines(campaign, areas, arrivals));
        return new InputFigures(lines, participants.size(), changes.total(), recordedLater);
    }

    private static int stale(List<Arrival> arrivals) {
        Map<ParticipantRef, Long> highest = new HashMap<>();
        int stale = 0;
        for (Arrival arrival : arrivals) {
            Statement statement = arrival.statement();
            long before = highest.merge(statement.participantRef(), statement.version(), Math::max);
            stale += before > statement.version() ? 1 : 0;
        }
        return stale;
    }

    private static Map<AreaId, Integer> enrolledLines(Campaign campaign, SampleAreas areas, List<Arrival> arrivals) {
        Map<AreaId, Integer> lines = new TreeMap<>();
        for (Arrival arrival : arrivals) {
            Statement statement = arrival.statement();
            if (statement.status() == Status.ENROLLED && campaign.covers(statement.enrolledOn())) {
                lines.merge(areas.districtOf(statement.areaId()), 1, Integer::sum);
            }
        }
        return lines;
    }

    private static final class ChangeCounter {

        private int areaMoves;
        private int dayMoves;
        private int withdrawals;
        private int reEnrollments;

        private void add(Statement before, Statement after) {
            if (after.status() == Status.WITHDRAWN) {
                withdrawals++;
            } else if (before.status() == Status.WITHDRAWN) {
                reEnrollments++;
            } else if (!before.areaId().equals(after.areaId())) {
                areaMoves++;
            } else {
                dayMoves++;
            }
        }

        private Changes total() {
            return new Changes(areaMoves, dayMoves, withdrawals, reEnrollments);
        }
    }
}
