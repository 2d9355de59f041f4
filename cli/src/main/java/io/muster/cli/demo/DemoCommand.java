package io.muster.cli.demo;

import io.muster.board.Board;
import io.muster.board.ViewException;
import io.muster.cli.board.CampaignTable;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.service.GracefulStop;
import io.muster.cli.terminal.CommandFailedException;
import io.muster.client.PublishException;
import io.muster.domain.CampaignId;
import io.muster.http.PortTakenException;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.BulletinRequest;
import io.muster.report.bulletin.Bulletins;
import io.muster.report.print.BulletinFormat;
import io.muster.report.print.ProgressTable.Sort;
import io.muster.report.wording.Language;
import io.muster.streams.runtime.StartException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster demo}. */
@Command(
        name = "demo",
        description = {
            "Replays a drive through a real broker, registry and streams application, all started by this"
                    + " command, and shows the counts live.",
            "Stop with Ctrl-C. Leaves nothing behind, unless --keep is given."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Duration PLAYING_TIME = Duration.ofMinutes(2);

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "bac-giang-2023",
            description = "bac-giang-2023, bac-giang-2024, or a directory like those in samples (${DEFAULT-VALUE}).")
    private String scenarioName = "";

    @ArgGroup
    private SpeedOptions speedOptions = new SpeedOptions();

    /** Replay speed. */
    static final class SpeedOptions {
        @Option(
                names = "--speed",
                paramLabel = "N",
                description = "Replay N times as fast as real time; 3600 is an hour per second (default: two minutes"
                        + " in all).")
        private Optional<Double> speed = Optional.empty();

        @Option(names = "--instant", description = "Replay without pauses.")
        private boolean instant;
    }

    @Option(names = "--once", description = "Exit when the scenario is counted, and print the bulletin.")
    private boolean once;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep the data in this directory for the next start (default: the data is deleted at"
                    + " the end).")
    private Optional<Path> keep = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "vi|en",
            defaultValue = "en",
            description = "Language of text, names and numbers (${DEFAULT-VALUE}).")
    private Language language = Language.EN;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws InterruptedException {
        InstantSource clock = InstantSource.system();
        Scenario scenario = Scenario.load(Samples.folder(), scenarioName, clock.instant());
        Demo demo = new Demo(scenario, keep, clock);
        DemoScreen screen = new DemoScreen(command.commandLine().getErr());
        try (GracefulStop stop = GracefulStop.of(() -> {
            screen.close();
            demo.close();
        })) {
            try {
                show(demo, scenario, screen);
            } catch (PublishException | StartException | PortTakenException | ViewException | CompletionException e) {
                stop.awaitEndIfStopped();
                throw new CommandFailedException(String.valueOf(e.getMessage()), e);
            }
        }
        return ExitCode.OK;
    }

    private void show(Demo demo, Scenario scenario, DemoScreen screen) throws InterruptedException {
        Demo.Running running = demo.start(step -> screen.say(step + " ..."));
        ScenarioPlayer player = new ScenarioPlayer(scenario.statements(), speed(scenario));
        CompletableFuture<Void> played = new CompletableFuture<>();
        Thread thread = new Thread(() -> play(demo, running, player, played), "replay");
        thread.setDaemon(true);
        thread.start();
        screen.say("Live totals: " + running.address());
        screen.follow(
                new CampaignTable(scenario.campaignId(), null, language, Sort.COUNT, running.view()),
                () -> player.progress() + "   " + running.address(),
                () -> running.failure().isPresent() || played.isCompletedExceptionally() || (once && played.isDone()));
        running.failure().ifPresent(why -> {
            throw new CommandFailedException(why);
        });
        if (played.isDone()) {
            played.join();
            print(running.view().board(), scenario.campaignId());
        }
    }

    private static void play(Demo demo, Demo.Running running, ScenarioPlayer player, CompletableFuture<Void> played) {
        try {
            demo.play(running, player);
            played.complete(null);
        } catch (Throwable e) { // rethrown by played.join()
            played.completeExceptionally(e);
        }
    }

    private double speed(Scenario scenario) {
        return speedOptions.instant
                ? ScenarioPlayer.INSTANT
                : speedOptions.speed.orElseGet(() -> ScenarioPlayer.speedFor(scenario.statements(), PLAYING_TIME));
    }

    private void print(Board board, CampaignId campaignId) {
        PrintWriter out = command.commandLine().getOut();
        var corrections = board.corrections().getOrDefault(campaignId, List.of());
        Bulletin bulletin = Bulletins.of(board, corrections, campaignId, BulletinRequest.LATEST)
                .orElseThrow(() -> new CommandFailedException(campaignId + " was not counted"));
        BulletinFormat format = output.isJson() ? BulletinFormat.JSON : BulletinFormat.TEXT;
        out.print(format.write(bulletin, language));
        out.flush();
    }
}
