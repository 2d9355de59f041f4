package io.muster.cli.board;

import io.muster.dashboard.report.Bulletin;
import io.muster.dashboard.report.Bulletins;
import io.muster.dashboard.report.Language;
import io.muster.dashboard.report.ProgressTable;
import io.muster.dashboard.report.ProgressTable.Sort;
import io.muster.dashboard.report.ReportException;
import io.muster.dashboard.view.BoardView;
import io.muster.dashboard.view.ViewStatus;
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
        ProgressTable table = table(width, height);
        try {
            return bulletin().map(table::lines).orElseGet(() -> table.waiting(campaignId));
        } catch (ReportException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** The total on one line; empty while there is none. */
    public Optional<String> summary() {
        try {
            return bulletin().map(table(0, 0)::summary);
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

    private Optional<Bulletin> bulletin() {
        return Bulletins.latest(view.board(), campaignId, level);
    }

    private ProgressTable table(int width, int height) {
        return new ProgressTable(language, sort, width, height);
    }
}
