package io.muster.cli;

import io.muster.cli.board.ExplainCommand;
import io.muster.cli.board.ReportCommand;
import io.muster.cli.board.WatchCommand;
import io.muster.cli.demo.DemoCommand;
import io.muster.cli.keys.KeysCommand;
import io.muster.cli.options.CommonOptions;
import io.muster.cli.reference.ApplyCommand;
import io.muster.cli.reference.CertifyCommand;
import io.muster.cli.rejections.RejectionsCommand;
import io.muster.cli.remove.RemoveCommand;
import io.muster.cli.sandbox.SandboxCommand;
import io.muster.cli.send.SendCommand;
import io.muster.cli.service.DashboardCommand;
import io.muster.cli.service.GatewayCommand;
import io.muster.cli.service.NotifierCommand;
import io.muster.cli.service.StreamsCommand;
import io.muster.cli.simulate.SimulateCommand;
import io.muster.cli.topics.TopicsCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code muster} command and its subcommands. */
@Command(
        name = "muster",
        description = "Live enrollment counts per area and campaign, on Apache Kafka.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            TopicsCommand.class,
            SimulateCommand.class,
            ApplyCommand.class,
            SendCommand.class,
            StreamsCommand.class,
            GatewayCommand.class,
            KeysCommand.class,
            DashboardCommand.class,
            NotifierCommand.class,
            WatchCommand.class,
            ReportCommand.class,
            ExplainCommand.class,
            CertifyCommand.class,
            RemoveCommand.class,
            RejectionsCommand.class,
            SandboxCommand.class,
        },
        footer = {
            "",
            "Every option can also be set in the environment (--state-dir as MUSTER_STATE_DIR) or in the file"
                    + " given with --config (state-dir=...). Order of precedence: command line, environment,"
                    + " file, default.",
            "Exit code: 0 ok, 1 failed, 2 wrong usage."
        })
public final class Muster implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    /** Runs one command and ends the process with its exit code. */
    public static void main(String... arguments) {
        // names have diacritics, so write UTF-8 regardless of the locale
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        System.exit(new CommandRunner(System.getenv(), out, err).run(arguments));
    }

    /** Called without a subcommand: prints the usage. */
    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCode.USAGE;
    }

    CommonOptions common() {
        return common;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
