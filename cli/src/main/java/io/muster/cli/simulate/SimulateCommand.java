package io.muster.cli.simulate;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.cli.terminal.ProgressLine;
import io.muster.client.PublishException;
import io.muster.client.PublisherSettings;
import io.muster.domain.InvalidFieldException;
import io.muster.simulation.traffic.ExpectedTotals;
import io.muster.simulation.traffic.ExpectedTotals.CampaignTotals;
import io.muster.simulation.traffic.TrafficPlan;
import io.muster.simulation.traffic.TrafficPlan.Shares;
import io.muster.simulation.traffic.TrafficPlan.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster simulate}. */
@Command(
        name = "simulate",
        description = {
            "Publishes simulated field traffic drawn from a seed, with its campaigns, areas and targets, and"
                    + " prints the expected totals.",
            "The campaigns end today. The same seed always draws the same people, areas and mistakes."
        })
public final class SimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "1000",
            description = "Statements per second; 0 for as fast as possible (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--statements",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Number of statements, including duplicates (${DEFAULT-VALUE}).")
    private long statements;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "Seed of the random draws" + " (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--campaigns",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of campaigns (${DEFAULT-VALUE}).")
    private int campaigns;

    @Option(
            names = "--areas",
            paramLabel = "N",
            defaultValue = "200",
            description = "Number of communes (${DEFAULT-VALUE}).")
    private int areas;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "31",
            description = "Number of days per campaign (${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--duplicates",
            paramLabel = "SHARE",
            defaultValue = "0.03",
            description = "Share of statements that are duplicates (${DEFAULT-VALUE}).")
    private double duplicates;

    @Option(
            names = "--withdrawals",
            paramLabel = "SHARE",
            defaultValue = "0.02",
            description = "Share of statements that withdraw a participant (${DEFAULT-VALUE}).")
    private double withdrawals;

    @Option(
            names = "--moves",
            paramLabel = "SHARE",
            defaultValue = "0.02",
            description = "Share of statements that correct the area or the day (${DEFAULT-VALUE}).")
    private double moves;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Asia/Ho_Chi_Minh",
            description = "Time zone of the campaigns (${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");

    @Override
    public Integer call() throws IOException {
        InstantSource clock = InstantSource.system();
        TrafficPublisher traffic = new TrafficPublisher(
                new PublisherSettings(connection.connection(), PublisherSettings.DEFAULT_PATIENCE), plan(clock));
        try {
            traffic.publishReferences();
            long startedAt = System.nanoTime();
            ExpectedTotals expected = ProgressLine.showing(
                    command.commandLine().getErr(),
                    () -> String.format("%,d of %,d statements acknowledged", traffic.acknowledged(), statements),
                    () -> traffic.publishStatements(rate, clock));
            print(expected, (System.nanoTime() - startedAt) / 1e9);
        } catch (PublishException e) {
            throw new CommandFailedException(
                    e.getMessage() + " (" + traffic.acknowledged() + " statements were acknowledged)", e);
        }
        return ExitCode.OK;
    }

    private TrafficPlan plan(InstantSource clock) {
        try {
            return new TrafficPlan(
                    seed,
                    campaigns,
                    areas,
                    statements,
                    Span.endingAt(clock.instant(), days, zone),
                    new Shares(duplicates, withdrawals, moves));
        } catch (InvalidFieldException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private void print(ExpectedTotals expected, double seconds) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        if (output.isJson()) {
            out.println(OutputOptions.json()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(expected));
            return;
        }
        out.printf(
                "%,d statements acknowledged in %.1f s (%,.0f a second): %,d people, %,d duplicates, %,d moves, %,d"
                        + " withdrawals%n",
                expected.statements(),
                seconds,
                expected.statements() / Math.max(seconds, 1e-9),
                expected.participants(),
                expected.duplicates(),
                expected.moves(),
                expected.withdrawals());
        out.println("Expected:");
        for (CampaignTotals campaign : expected.campaigns()) {
            out.printf(
                    "  %s: %,d enrolled, %,d withdrawn%n",
                    campaign.campaignId(), campaign.enrolled(), campaign.withdrawn());
        }
    }
}
