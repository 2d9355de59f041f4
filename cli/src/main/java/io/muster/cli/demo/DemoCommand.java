package io.muster.cli.demo;

import io.muster.board.Board;
import io.muster.board.ViewException;
import io.muster.cli.board.CampaignTable;
import io.muster.cli.failure.CommandFailedException;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.service.GracefulStop;
import io.muster.client.PublishException;
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
            "Replays a drive through a real broker, a real registry and the real application, all in this process, and shows"
                    + " the counts as they come in.",
            "Ctrl-C ends it and leaves nothing behind."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final Duration PLAYING_TIME = Duration.ofMinutes(2);

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "bac-giang-2023",
            description = "bac-giang-2023, bac-giang-2024, or a folder like those in samples (${DEFAULT-VALUE}).")
    private String scenarioName = "";

    @ArgGroup
    private Tempo tempo = new Tempo();

    /** How fast the drive plays. */
    static final class Tempo {
        @Option(
                names = "--speed",
                paramLabel = "N",
                description =
                        "N times as fast as it happened; 3600 is an hour a second (as fast as takes two minutes).")
        private Optional<Double> speed = Optional.empty();

        @Option(names = "--instant", description = "Everything at once.")
        private boolean instant;
    }

    @Option(names = "--once", description = "End when the scenario is counted, and print the bulletin.")
    private boolean once;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep the data there for the next start. Without it all is gone at the end.")
    private Optional<Path> keep = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "vi|en",
            defaultValue = "en",
            description = "The language of words, names and numbers (${DEFAULT-VALUE}).")
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
        Replay replay = new Replay(scenario.statements(), speed(scenario));
        CompletableFuture<Void> played = new CompletableFuture<>();
        Thread player = new Thread(() -> play(demo, running, replay, played), "replay");
        player.setDaemon(true);
        player.start();
        screen.say("Live totals: " + running.address());
        screen.follow(
                new CampaignTable(scenario.campaignId(), null, language, Sort.COUNT, running.view()),
                () -> replay.progress() + "   " + running.address(),
                () -> running.failure().isPresent() || played.isCompletedExceptionally() || (once && played.isDone()));
        running.failure().ifPresent(why -> {
            throw new CommandFailedException(why);
        });
        if (played.isDone()) {
            played.join();
            print(running.view().board(), scenario.campaignId());
        }
    }

    private static void play(Demo demo, Demo.Running running, Replay replay, CompletableFuture<Void> played) {
        try {
            demo.play(running, replay);
            played.complete(null);
        } catch (Throwable e) { // whoever waits for it is told, whatever it is
            played.completeExceptionally(e);
        }
    }

    private double speed(Scenario scenario) {
        return tempo.instant
                ? Replay.INSTANT
                : tempo.speed.orElseGet(() -> Replay.speedFor(scenario.statements(), PLAYING_TIME));
    }

    private void print(Board board, String campaignId) {
        PrintWriter out = command.commandLine().getOut();
        var corrections = board.corrections().getOrDefault(campaignId, List.of());
        Bulletin bulletin = Bulletins.of(board, corrections, campaignId, BulletinRequest.LATEST)
                .orElseThrow(() -> new CommandFailedException(campaignId + " was not counted"));
        BulletinFormat format = output.isJson() ? BulletinFormat.JSON : BulletinFormat.TEXT;
        out.print(format.write(bulletin, language));
        out.flush();
    }
}
