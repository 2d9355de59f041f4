package io.muster.cli.board;

import io.muster.board.BoardView;
import io.muster.board.CampaignView;
import io.muster.board.ViewStatus;
import io.muster.domain.CampaignId;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.CountingState;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.Bulletins;
import io.muster.report.counted.ReportException;
import io.muster.report.print.FiringAlerts;
import io.muster.report.print.ProgressTable;
import io.muster.report.print.ProgressTable.Sort;
import io.muster.report.wording.CountingRemark;
import io.muster.report.wording.Language;
import io.muster.report.wording.Wording;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of one campaign, from the current content of the view. */
public record CampaignTable(
        CampaignId campaignId, @Nullable String level, Language language, Sort sort, BoardView view) {

    /** @throws ReportException if there is no such campaign or level */
    public void requireCampaign() {
        bulletin();
    }

    public List<String> lines(int width, int height) {
        Optional<String> alerts = alerts();
        ProgressTable table = table(width, alerts.isPresent() ? height - 1 : height);
        try {
            List<String> lines =
                    new ArrayList<>(bulletin().map(table::lines).orElseGet(() -> table.waiting(campaignId)));
            alerts.map(table::fit).ifPresent(lines::add);
            return lines;
        } catch (ReportException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** One line: the total, firing alerts, and why it is out of date if it is. Empty until there is a total. */
    public Optional<String> summary() {
        try {
            return bulletin()
                    .map(table(0, 0)::summary)
                    .map(total -> Stream.of(Optional.of(total), alerts(), problem())
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining(" · ")));
        } catch (ReportException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    public String footer(int width) {
        return table(width, 0).footer(problem().orElse(null));
    }

    /** Why the table is out of date; empty if it is up to date. */
    public Optional<String> problem() {
        return problem(view.counting());
    }

    /** Like {@link #problem()}, for a table that is printed once and cannot wait for the next heartbeat. */
    public Optional<String> problemAtOnce() {
        return problem(view.countingAtOnce());
    }

    private Optional<String> problem(CountingState counting) {
        if (view.status() instanceof ViewStatus.Waiting waiting) {
            return Optional.of(waiting.description());
        }
        CampaignView campaign = view.board().campaigns().get(campaignId);
        Campaign definition = campaign == null ? null : campaign.definition();
        ZoneId zone = definition == null ? ZoneOffset.UTC : definition.zone();
        return CountingRemark.of(counting, new Wording(language), zone);
    }

    private Optional<String> alerts() {
        return FiringAlerts.line(view.board(), campaignId, language);
    }

    private Optional<Bulletin> bulletin() {
        return Bulletins.latest(view.board(), campaignId, level);
    }

    private ProgressTable table(int width, int height) {
        return new ProgressTable(language, sort, width, height);
    }
}
