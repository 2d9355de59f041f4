package io.muster.simulation.scenario;

import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came in, and what it would look like to those who count lines.
 *
 * @param lines all, each as often as it came in
 * @param duplicates lines that had come in before
 * @param participants people whom any line is about
 * @param areaMoves statements that correct the area of an enrolled participant
 * @param dayMoves statements that correct only the day of an enrolled participant
 * @param withdrawals statements that somebody left
 * @param reEnrollments statements that somebody who left came back
 * @param recordedLater statements that were recorded on a later local day than they are about
 * @param stale lines that came in after a line of a higher version about the same participant
 * @param enrolledLines lines that say ENROLLED with a day of the period, by district
 */
record InputFigures(
        int lines,
        int duplicates,
        int participants,
        int areaMoves,
        int dayMoves,
        int withdrawals,
        int reEnrollments,
        int recordedLater,
        int stale,
        Map<String, Integer> enrolledLines) {

    static InputFigures of(Campaign campaign, Tree tree, List<Participant> participants, List<Arrival> arrivals) {
        Changes changes = new Changes();
        int statements = 0;
        int recordedLater = 0;
        for (Participant participant : participants) {
            List<Statement> said = participant.said();
            statements += said.size();
            for (int i = 1; i < said.size(); i++) {
                changes.add(said.get(i - 1), said.get(i));
            }
            recordedLater += (int) said.stream()
                    .filter(s ->
                            s.recordedAt().atZone(campaign.zone()).toLocalDate().isAfter(s.enrolledOn()))
                    .count();
        }
        return new InputFigures(
                arrivals.size(),
                arrivals.size() - statements,
                participants.size(),
                changes.area,
                changes.day,
                changes.left,
                changes.cameBack,
                recordedLater,
                stale(arrivals),
                enrolledLines(campaign, tree, arrivals));
    }

    private static int stale(List<Arrival> arrivals) {
        Map<String, Long> highest = new HashMap<>();
        int stale = 0;
        for (Arrival arrival : arrivals) {
            Statement statement = arrival.statement();
            long before = highest.merge(statement.participantRef(), statement.version(), Math::max);
            stale += before > statement.version() ? 1 : 0;
        }
        return stale;
    }

    private static Map<String, Integer> enrolledLines(Campaign campaign, Tree tree, List<Arrival> arrivals) {
        Map<String, Integer> lines = new TreeMap<>();
        for (Arrival arrival : arrivals) {
            Statement statement = arrival.statement();
            if (statement.status() == Status.ENROLLED && campaign.covers(statement.enrolledOn())) {
                lines.merge(tree.districtOf(statement.areaId()), 1, Integer::sum);
            }
        }
        return lines;
    }

    /** Counts what each statement changes against the one before it. */
    private static final class Changes {
        private int area;
        private int day;
        private int left;
        private int cameBack;

        private void add(Statement before, Statement after) {
            if (after.status() == Status.WITHDRAWN) {
                left++;
            } else if (before.status() == Status.WITHDRAWN) {
                cameBack++;
            } else if (!before.areaId().equals(after.areaId())) {
                area++;
            } else {
                day++;
            }
        }
    }
}
