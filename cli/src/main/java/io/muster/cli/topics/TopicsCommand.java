package io.muster.cli.topics;

import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.topics.SetupResult.State;
import io.muster.contract.topic.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster topics}. */
@Command(
        name = "topics",
        description = {
            "Creates the topics and registers the schemas.",
            "Safe to run again: compares what exists, and never changes it. Exit code 1 if a setting that the"
                    + " counts depend on is wrong."
        })
public final class TopicsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--application-id",
            paramLabel = "ID",
            defaultValue = "muster",
            description = "Streams application whose internal topics are created too (${DEFAULT-VALUE}).")
    private String applicationId = "";

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of each created topic; topics of definitions always have one.")
    private Optional<Integer> partitions = Optional.empty();

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Replicas of each created topic (default: the broker's).")
    private Optional<Integer> replicationFactor = Optional.empty();

    @Option(
            names = "--topic-config",
            paramLabel = "KEY=VALUE",
            description = "Additional setting of each created topic, e.g. min.insync.replicas=2; may be repeated.")
    private Map<String, String> topicSettings = new HashMap<>();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "15s",
            description = "How long to wait for the broker and the registry (${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    @Override
    public Integer call() {
        SetupReport report = new Setup(connection.connection(), timeout).run(Topics.all(applicationId), layout());
        PrintWriter out = command.commandLine().getOut();
        if (output.isJson()) {
            OutputOptions.printJson(out, report);
        } else {
            print("topic", report.topics(), out);
            print("schema", report.subjects(), out);
            out.printf(
                    "%d created, %d already there, %d to review%n",
                    report.count(State.CREATED),
                    report.count(State.PRESENT),
                    report.count(State.DIFFERS) + report.count(State.WRONG));
        }
        return report.isUsable() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private TopicLayout layout() {
        try {
            return new TopicLayout(partitions, replicationFactor, topicSettings);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private static void print(String kind, List<SetupResult> results, PrintWriter out) {
        for (SetupResult result : results) {
            out.printf(
                    "%-8s %-6s %s (%s)%n",
                    result.state().name().toLowerCase(Locale.ROOT), kind, result.name(), result.detail());
            result.differences().forEach(difference -> out.println("         " + difference));
        }
    }
}
