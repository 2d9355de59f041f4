package io.muster.cli.board;

import io.muster.cli.failure.CommandFailedException;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.DateConverter;
import io.muster.cli.options.OutputOptions;
import io.muster.dashboard.report.bulletin.Bulletin;
import io.muster.dashboard.report.bulletin.Bulletins;
import io.muster.dashboard.report.counted.ReportException;
import io.muster.dashboard.report.print.BulletinJson;
import io.muster.dashboard.report.print.BulletinText;
import io.muster.dashboard.view.Board;
import io.muster.dashboard.view.BoardReader;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster report}. */
@Command(
        name = "report",
        description =
                "Prints the bulletin of a campaign: total, percent of plan, the last seven days, leaders, every area.")
public final class ReportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private CampaignOptions campaign = new CampaignOptions();

    @Mixin
    private LevelOption level = new LevelOption();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The last day that counts, e.g. 2023-05-18 (the day for which progress is judged now).")
    private Optional<LocalDate> asOf = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        Bulletin bulletin =
                bulletin(new BoardReading(connection.connection(), campaign.timeout(), err).read(BoardReader::board));
        if (output.isJson()) {
            out.println(BulletinJson.text(bulletin, campaign.language()));
        } else {
            BulletinText.lines(bulletin, campaign.language()).forEach(out::println);
        }
        return ExitCode.OK;
    }

    private Bulletin bulletin(Board board) {
        String id = campaign.campaignId();
        try {
            return asOf.map(day -> Bulletins.asOf(board, id, day, level.level()))
                    .orElseGet(() -> Bulletins.latest(board, id, level.level()))
                    .orElseThrow(() -> BoardFailures.notCounted(id));
        } catch (ReportException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
