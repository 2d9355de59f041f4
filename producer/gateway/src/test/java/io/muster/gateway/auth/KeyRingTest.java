package io.muster.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2023-05-18T09:00:00Z");

    @TempDir
    private Path folder;

    private KeysFile file;
    private ApiKey key;
    private KeyRing ring;

    @BeforeEach
    void read() {
        file = new KeysFile(folder.resolve("keys.json"));
        key = file.add("one", List.of("s"), List.of("a"), NOW);
        ring = KeyRing.read(file);
    }

    @AfterEach
    void close() {
        ring.close();
    }

    @Test
    void shouldFollowTheFile() throws Exception {
        ApiKey other = file.add("two", List.of("s"), List.of("a"), NOW);
        assertThat(ring.admit(other)).isNull();

        ring.look();
        assertThat(ring.admit(other)).isNotNull();

        Files.writeString(file.path(), "{\"keys\":[]}");
        ring.look();
        assertThat(ring.admit(key)).isNull();
        assertThat(ring.isFileRead()).isTrue();
    }

    @Test
    void shouldGoOnWithTheKeysReadLastWhenTheFileIsGone() throws Exception {
        Path aside = folder.resolve("aside");
        Files.move(file.path(), aside);

        ring.look();
        ring.look();
        assertThat(ring.admit(key)).isNotNull();
        assertThat(ring.size()).isEqualTo(1);
        assertThat(ring.isFileRead()).isFalse();

        Files.move(aside, file.path());
        ring.look();
        assertThat(ring.admit(key)).isNotNull();
        assertThat(ring.isFileRead()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "broken", "null", "{}", "{\"keys\":[null]}", "{\"keys\":null}"})
    void shouldGoOnWithTheKeysReadLastWhenTheFileIsBroken(String content) throws Exception {
        Files.writeString(file.path(), content);

        ring.look();

        assertThat(ring.admit(key)).isNotNull();
        assertThat(ring.isFileRead()).isFalse();
        assertThatThrownBy(() -> KeyRing.read(file)).isInstanceOf(KeysFileException.class);
    }

    @Test
    void shouldGoOnWithTheKeysReadLastWhenSomethingElseIsInItsPlace() throws Exception {
        Files.delete(file.path());
        Files.createDirectory(file.path());

        ring.look();

        assertThat(ring.admit(key)).isNotNull();
        assertThat(ring.isFileRead()).isFalse();
    }

    @Test
    void shouldBeginWithoutAFile() {
        KeysFile later = new KeysFile(folder.resolve("later.json"));
        KeyRing empty = KeyRing.read(later);
        assertThat(empty.size()).isZero();
        assertThat(empty.isFileRead()).isFalse();

        ApiKey added = later.add("one", List.of("s"), List.of("a"), NOW);
        empty.look();

        assertThat(empty.admit(added)).isNotNull();
        assertThat(empty.isFileRead()).isTrue();
        empty.close();
    }
}
