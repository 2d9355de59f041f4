package io.muster.cli.remove;

import io.muster.board.BoardReader;
import io.muster.board.BoardWithReferences;
import io.muster.board.CampaignView;
import io.muster.cli.board.BoardLoader;
import io.muster.cli.options.AckTimeoutOption;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.reference.ReferenceBatchPublisher;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.contract.Connection;
import io.muster.domain.removal.Removals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The steps of every removal: read, show what changes, confirm, publish. */
abstract class RemovalCommand implements Callable<Integer> {

    /** Set by the launcher: whether standard input is a terminal. Java cannot tell. */
    private static final String ANSWERS = "muster.answers";

    private static final Set<String> YES = Set.of("y", "yes");

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--yes", description = "Remove without asking. Required if standard input is not a terminal.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only print what would change.")
    private boolean dryRun;

    @Mixin
    private AckTimeoutOption ackTimeout = new AckTimeoutOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    /** Looks up what to remove. Throws if it does not exist. */
    abstract Removal removal(Removals removals);

    @Override
    public Integer call() {
        Connection to = connection.connection();
        Removal removal =
                removal(removals(new BoardLoader(to, ackTimeout.timeout(), err()).load(BoardReader::withDefinitions)));
        boolean unattended = yes || dryRun;
        if (!output.isJson() || !unattended) {
            show(removal, output.isJson() ? err() : out());
        }
        if (!unattended) {
            ask(removal);
        }
        if (!dryRun) {
            new ReferenceBatchPublisher(command, to, ackTimeout.timeout()).publish(removal.batch());
        }
        if (output.isJson()) {
            OutputOptions.printJson(out(), new RemovalReport(!dryRun, removal.change()));
        } else {
            out().println(dryRun ? "nothing was removed" : "removed");
        }
        return ExitCode.OK;
    }

    private static void show(Removal removal, PrintWriter to) {
        to.println(removal.title());
        removal.lines().forEach(line -> to.println("  " + line));
    }

    private static Removals removals(BoardWithReferences read) {
        return new Removals(read.references(), (campaignId, areaId) -> {
            CampaignView campaign = read.board().campaigns().get(campaignId);
            return campaign == null
                    ? 0
                    : campaign.enrolled(areaId).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
        });
    }

    /** Returns if the answer is yes, else throws. */
    private void ask(Removal removal) {
        if (!Boolean.getBoolean(ANSWERS)) {
            throw new ParameterException(
                    command.commandLine(),
                    "nothing was removed: standard input is not a terminal, so the removal cannot be confirmed;"
                            + " use --yes to remove it, or --dry-run to see what would change");
        }
        err().print("Remove the " + removal.title() + "? [y/N] ");
        err().flush();
        if (!YES.contains(answer().strip().toLowerCase(Locale.ROOT))) {
            throw new CommandFailedException("nothing was removed");
        }
    }

    private static String answer() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
