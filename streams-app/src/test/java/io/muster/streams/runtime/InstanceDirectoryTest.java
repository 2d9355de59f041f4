package io.muster.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceDirectoryTest {

    @Test
    void shouldClaimASeparateDirectoryForEachInstance(@TempDir Path folder) {
        try (InstanceDirectory first = InstanceDirectory.claim(folder);
                InstanceDirectory second = InstanceDirectory.claim(folder)) {
            assertThat(first.path()).isEqualTo(folder.resolve("0")).isDirectory();
            assertThat(second.path()).isEqualTo(folder.resolve("1")).isDirectory();
        }
    }

    @Test
    void shouldReuseAReleasedDirectory(@TempDir Path folder) throws IOException {
        InstanceDirectory before = InstanceDirectory.claim(folder);
        Files.writeString(before.path().resolve("kept"), "state");
        before.close();

        try (InstanceDirectory again = InstanceDirectory.claim(folder)) {
            assertThat(again.path().resolve("kept")).hasContent("state");
        }
    }

    @Test
    void shouldKeepAUniqueInstanceIdAcrossRestarts(@TempDir Path folder) {
        String name;
        try (InstanceDirectory first = InstanceDirectory.claim(folder);
                InstanceDirectory second = InstanceDirectory.claim(folder)) {
            name = first.instanceId();
            assertThat(second.instanceId()).isNotEqualTo(name);
        }

        try (InstanceDirectory again = InstanceDirectory.claim(folder)) {
            assertThat(again.instanceId()).isEqualTo(name);
        }
    }

    @Test
    void shouldReportADamagedInstanceIdAndTheRemedy(@TempDir Path folder) throws IOException {
        try (InstanceDirectory mine = InstanceDirectory.claim(folder)) {
            for (byte[] damaged : List.of(new byte[0], new byte[] {1, (byte) 0xff}, new byte[36])) {
                Path file = Files.write(mine.path().resolve("instance-id"), damaged);

                assertThatThrownBy(mine::instanceId)
                        .isInstanceOf(StartException.class)
                        .hasMessage(file + " is damaged: it holds no name. Nothing is lost. Delete it, or start with"
                                + " --rebuild-state; the instance then gets a new name");
            }
        }
    }

    @Test
    void shouldDeleteOnlyTheStateOfOneApplication(@TempDir Path folder) throws IOException {
        try (InstanceDirectory mine = InstanceDirectory.claim(folder)) {
            Path damaged = Files.createDirectories(mine.path().resolve("muster/0_1/rocksdb"));
            Files.writeString(damaged.resolve("MANIFEST"), "garbage");
            Files.writeString(mine.path().resolve("instance-id"), "garbage");
            Path other = Files.createDirectories(mine.path().resolve("other/0_1"));

            mine.clear("muster");

            assertThat(mine.path().resolve("muster")).doesNotExist();
            assertThat(other).isDirectory();
            assertThat(mine.instanceId()).isNotBlank();
        }
    }

    @Test
    void shouldNotClaimADirectoryLockedByAnotherProcess(@TempDir Path folder) throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(other.inputReader().readLine())
                    .isEqualTo(folder.resolve("0").toString());

            try (InstanceDirectory mine = InstanceDirectory.claim(folder)) {
                assertThat(mine.path()).isEqualTo(folder.resolve("1"));
            }
        } finally {
            other.destroyForcibly().waitFor();
        }

        try (InstanceDirectory mine = InstanceDirectory.claim(folder)) {
            assertThat(mine.path()).as("the process released its lock").isEqualTo(folder.resolve("0"));
        }
    }

    @Test
    void shouldCreateAMissingFolder(@TempDir Path folder) {
        try (InstanceDirectory mine =
                InstanceDirectory.claim(folder.resolve("new").resolve("deep"))) {
            assertThat(mine.path()).isDirectory();
        }
    }

    @Test
    void shouldReportAnUnwritableFolderAndTheRemedy(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> InstanceDirectory.claim(file))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("Cannot write to the state directory " + file.resolve("0"))
                .hasMessageEndingWith("name another one with --state-dir");
    }

    @Test
    void shouldReportThatAllDirectoriesAreLocked(@TempDir Path folder) throws IOException {
        List<FileChannel> held = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                Path place = Files.createDirectories(folder.resolve(Integer.toString(i)));
                FileChannel channel =
                        FileChannel.open(place.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                held.add(channel);
                channel.lock();
            }

            assertThatThrownBy(() -> InstanceDirectory.claim(folder))
                    .isInstanceOf(StartException.class)
                    .hasMessage("All 64 places in the state directory " + folder
                            + " are held by running instances: name another one with --state-dir");
        } finally {
            for (FileChannel channel : held) {
                channel.close();
            }
        }
    }
}
