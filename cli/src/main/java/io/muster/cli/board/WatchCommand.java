package io.muster.cli.board;

import io.muster.board.BoardView;
import io.muster.board.ViewException;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.service.GracefulStop;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.cli.terminal.TerminalScreen;
import io.muster.contract.Connection;
import io.muster.report.counted.ReportException;
import io.muster.report.print.ProgressTable.Sort;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster watch}. */
@Command(
        name = "watch",
        description = {
            "Shows a campaign live: every area below its root with its counts, percent of plan and rank.",
            "On a terminal, redraws the table in place until q or Ctrl-C. Otherwise prints a line whenever the"
                    + " total changes."
        })
public final class WatchCommand implements Callable<Integer> {

    private static final int WIDTH_WITHOUT_TERMINAL = 100;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private CampaignOptions campaign = new CampaignOptions();

    @Mixin
    private LevelOption level = new LevelOption();

    @Option(
            names = "--sort",
            paramLabel = "count|rate",
            defaultValue = "count",
            description = "Sort order of the areas (${DEFAULT-VALUE}).")
    private Sort sort = Sort.COUNT;

    @Option(names = "--once", description = "Print the table once and exit.")
    private boolean once;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() throws InterruptedException {
        Connection to = connection.connection();
        try (BoardView view = BoardView.follow(to)) {
            view.readToEnd(campaign.timeout());
            CampaignTable table =
                    new CampaignTable(campaign.campaignId(), level.level(), campaign.language(), sort, view);
            table.requireCampaign();
            if (once) {
                print(table, table.problemAtOnce());
            } else {
                follow(view, table);
            }
        } catch (ViewException e) {
            throw BoardFailures.explain(to, e);
        } catch (ReportException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
        return ExitCode.OK;
    }

    private void follow(BoardView view, CampaignTable table) throws InterruptedException {
        AtomicReference<@Nullable TerminalScreen> open = new AtomicReference<>();
        try (GracefulStop stop = GracefulStop.of(() -> close(open.get()))) {
            Optional<TerminalScreen> screen = TerminalScreen.open();
            if (screen.isPresent()) {
                open.set(screen.get());
                new LiveTable(screen.get(), table).run();
                stop.awaitEndIfStopped();
            } else {
                print(table, table.problem());
                new PlainUpdates(view, table, command.commandLine().getOut()).run();
            }
        }
        if (open.get() != null) {
            print(table, table.problem());
        }
    }

    private static void close(@Nullable TerminalScreen screen) {
        if (screen != null) {
            screen.close();
        }
    }

    private void print(CampaignTable table, Optional<String> problem) {
        int width = TerminalScreen.width().orElse(WIDTH_WITHOUT_TERMINAL);
        table.lines(width, Integer.MAX_VALUE).forEach(command.commandLine().getOut()::println);
        problem.ifPresent(command.commandLine().getOut()::println);
    }
}
