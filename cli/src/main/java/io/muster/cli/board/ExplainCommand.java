package io.muster.cli.board;

import io.muster.board.BoardWithHistory;
import io.muster.cli.options.AreaIdConverter;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.DateConverter;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.domain.AreaId;
import io.muster.report.counted.ReportException;
import io.muster.report.explain.Explanation;
import io.muster.report.explain.ExplanationJson;
import io.muster.report.explain.ExplanationText;
import io.muster.report.explain.Explanations;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster explain}. */
@Command(
        name = "explain",
        description = {
            "Explains the count of an area: its days, the areas below it, every correction that moved or"
                    + " withdrew a counted participant, with the statements behind it (also those of offices in"
                    + " other areas), and every statement that arrived later but was superseded.",
            "Statements are identified by event id, so that the office that made them can be asked. Persons are"
                    + " never named."
        })
public final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private CampaignOptions campaign = new CampaignOptions();

    @Parameters(
            index = "1",
            paramLabel = "AREA",
            converter = AreaIdConverter.class,
            description = "The id of the area.")
    private AreaId areaId = new AreaId("");

    @Option(
            names = "--day",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Explain the count of this day alone, e.g. 2023-05-12.")
    private @Nullable LocalDate day;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        Explanation explanation = explanation(new BoardLoader(connection.connection(), campaign.timeout(), err)
                .load(reader -> reader.withHistory(campaign.campaignId())));
        if (output.isJson()) {
            out.println(ExplanationJson.text(explanation, campaign.language()));
        } else {
            ExplanationText.lines(explanation, campaign.language()).forEach(out::println);
        }
        return ExitCode.OK;
    }

    private Explanation explanation(BoardWithHistory board) {
        try {
            return Explanations.of(board, campaign.campaignId(), areaId, day)
                    .orElseThrow(() -> BoardFailures.notCounted(campaign.campaignId()));
        } catch (ReportException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
