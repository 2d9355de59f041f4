package io.muster.cli.board;

import io.muster.board.BoardWithCorrections;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.DateConverter;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.domain.CampaignId;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.BulletinRequest;
import io.muster.report.bulletin.Bulletins;
import io.muster.report.counted.ReportException;
import io.muster.report.print.BulletinFormat;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster report}. */
@Command(
        name = "report",
        description = "Prints the bulletin of a campaign: total, percent of plan, the last seven days, leading"
                + " areas, completed areas, areas behind plan, corrections, and every area.")
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
            description = "Last day that counts, e.g. 2023-05-18 (default: the day at which progress is judged now).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Day of the previous bulletin; later corrections are listed (default: the day before the"
                    + " last day that counts).")
    private @Nullable LocalDate since;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|html|csv|json",
            defaultValue = "text",
            description = "text to read, html to print or mail, csv for spreadsheets, json for programs"
                    + " (${DEFAULT-VALUE}).")
    private BulletinFormat format = BulletinFormat.TEXT;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        Bulletin bulletin = bulletin(new BoardLoader(connection.connection(), campaign.timeout(), err)
                .load(reader -> reader.withCorrections(campaign.campaignId())));
        out.print(format.write(bulletin, campaign.language()));
        out.flush();
        return ExitCode.OK;
    }

    private Bulletin bulletin(BoardWithCorrections board) {
        CampaignId id = campaign.campaignId();
        try {
            return Bulletins.of(board, id, new BulletinRequest(asOf, level.level(), since))
                    .orElseThrow(() -> BoardFailures.notCounted(id));
        } catch (ReportException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
