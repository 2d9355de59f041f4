package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code muster demo}, the first command of the README. */
class DemoIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Pattern SENDING = Pattern.compile("([\\d,]+) of [\\d,]+ statements sent");

    @TempDir
    private Path folder;

    private Path temporary;
    private Launcher muster;

    @BeforeEach
    void createTemporaryFolder() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        muster = Launcher.in(folder).with("MUSTER_OPTS", "-Djava.io.tmpdir=" + temporary);
    }

    @Test
    void shouldPrintThePublishedFiguresOf2023() throws Exception {
        MusterProcess demo = demo("--scenario=bac-giang-2023", "--instant", "--once");

        assertThat(demo.out())
                .contains("As of 18 May 2023: 1,928 new participants, 58.69% of the plan of 3,285.")
                .contains("from 12 to 18 May 2023: 1,074")
                .contains("by number of new participants: Yên Dũng 318, Hiệp Hòa 302, Lục Ngạn 268")
                .contains("by share of plan: Sơn Động 112.67%, Yên Dũng 111.58%");
    }

    @Test
    void shouldPrintThePublishedFiguresOf2024() throws Exception {
        MusterProcess demo = demo("--scenario=bac-giang-2024", "--instant", "--once");

        assertThat(demo.out()).contains("Hiệp Hòa 291, Tân Yên 161, Yên Dũng 129, Việt Yên 116, Lục Ngạn 108");
    }

    @Test
    void shouldLeaveNothingBehindWhenInterruptedInTheMiddle() throws Exception {
        try (MusterProcess demo = muster.start("demo", "--speed=600")) {
            demo.awaitSaid(SENDING, LIMIT);
            List<ProcessHandle> children = demo.children();
            assertThat(children).as("the registry runs in a child process").isNotEmpty();

            demo.interrupt();

            assertThat(demo.awaitEnd(STOP_LIMIT)).isZero();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(temporary).isEmptyDirectory();
        }
    }

    @Test
    void shouldComputeTheSameFiguresWhenRestartedOnKeptData() throws Exception {
        String keep = "--keep=" + folder.resolve("kept");

        MusterProcess first = demo("--instant", "--once", keep);
        MusterProcess second = demo("--instant", "--once", keep);

        assertThat(figures(second)).isEqualTo(figures(first));
    }

    @Test
    void shouldComputeTheSameFiguresWhenRestartedAfterAKill() throws Exception {
        String keep = "--keep=" + folder.resolve("kept");
        try (MusterProcess killed = muster.start("demo", "--speed=86400", keep)) {
            killed.awaitSaid(SENDING, LIMIT);
            List<ProcessHandle> children = killed.children();
            killed.kill();
            await().atMost(STOP_LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }

        MusterProcess next = muster.succeed("demo", "--instant", "--once", keep);

        assertThat(next.out()).contains("1,928", "58.69%", "1,074");
    }

    /** Runs it to its end and checks that it leaves nothing behind. */
    private MusterProcess demo(String... options) throws Exception {
        MusterProcess demo = muster.succeed(
                Stream.concat(Stream.of("demo"), Stream.of(options)).toArray(String[]::new));
        assertThat(temporary).isEmptyDirectory();
        return demo;
    }

    /** The bulletin without the time of computation. */
    private static String figures(MusterProcess demo) {
        return demo.out()
                .lines()
                .filter(line -> !line.contains("omputed"))
                .toList()
                .toString();
    }
}
