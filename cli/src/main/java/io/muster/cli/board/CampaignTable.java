package io.muster.cli.board;

import io.muster.dashboard.report.bulletin.Bulletin;
import io.muster.dashboard.report.bulletin.Bulletins;
import io.muster.dashboard.report.counted.ReportException;
import io.muster.dashboard.report.live.FiringAlerts;
import io.muster.dashboard.report.live.ProgressTable;
import io.muster.dashboard.report.live.ProgressTable.Sort;
import io.muster.dashboard.report.wording.Language;
import io.muster.dashboard.view.BoardView;
import io.muster.dashboard.view.ViewStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of one campaign, as the view has it at the moment of asking. */
public record CampaignTable(String campaignId, @Nullable String level, Language language, Sort sort, BoardView view) {

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

    /** The total, and which areas alert, on one line; empty while there is no total. */
    public Optional<String> summary() {
        try {
            return bulletin()
                    .map(table(0, 0)::summary)
                    .map(total -> alerts().map(line -> total + " · " + line).orElse(total));
        } catch (ReportException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    public String footer(int width) {
        return table(width, 0).footer(problem());
    }

    private @Nullable String problem() {
        return view.status() instanceof ViewStatus.Waiting waiting ? waiting.problem() : null;
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
