package io.muster.cli.topics;

import io.muster.cli.options.ConnectionOptions;
import io.muster.cli.options.OutputOptions;
import io.muster.cli.topics.Finding.State;
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
            "Safe to run again: what exists is compared and never changed. Exit code 1 if something that the counts depend"
                    + " on is not as it must be."
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
            description = "The streams application whose own topics are created too (${DEFAULT-VALUE}).")
    private String applicationId = "";

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of each topic that is created, but for those of definitions, which have one.")
    private Optional<Integer> partitions = Optional.empty();

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Replicas of each topic that is created (the broker's default).")
    private Optional<Integer> replicationFactor = Optional.empty();

    @Option(
            names = "--topic-config",
            paramLabel = "KEY=VALUE",
            description =
                    "A further setting of each topic that is created, e.g. min.insync.replicas=2; repeat for more.")
    private Map<String, String> topicSettings = new HashMap<>();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "15s",
            description = "How long to wait for an answer (${DEFAULT-VALUE}).")
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
                    "%d created, %d there already, %d to look at%n",
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

    private static void print(String kind, List<Finding> findings, PrintWriter out) {
        for (Finding finding : findings) {
            out.printf(
                    "%-8s %-6s %s (%s)%n",
                    finding.state().name().toLowerCase(Locale.ROOT), kind, finding.name(), finding.detail());
            finding.differences().forEach(difference -> out.println("         " + difference));
        }
    }
}
