package io.muster.gateway.auth;

import static io.muster.domain.fixture.TestIds.areaId;
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

class ApiKeysTest {

    private static final Instant NOW = Instant.parse("2023-05-18T09:00:00Z");

    @TempDir
    private Path folder;

    private KeysFile file;
    private ApiKey key;
    private ApiKeys apiKeys;

    @BeforeEach
    void read() {
        file = new KeysFile(folder.resolve("keys.json"));
        key = file.add("one", List.of("s"), List.of(areaId("a")), NOW);
        apiKeys = ApiKeys.read(file);
    }

    @AfterEach
    void close() {
        apiKeys.close();
    }

    @Test
    void shouldReloadTheFile() throws Exception {
        ApiKey other = file.add("two", List.of("s"), List.of(areaId("a")), NOW);
        assertThat(apiKeys.admit(other)).isNull();

        apiKeys.refresh();
        assertThat(apiKeys.admit(other)).isNotNull();

        Files.writeString(file.path(), "{\"keys\":[]}");
        apiKeys.refresh();
        assertThat(apiKeys.admit(key)).isNull();
        assertThat(apiKeys.isFileRead()).isTrue();
    }

    @Test
    void shouldKeepTheLastKeysWhenTheFileIsGone() throws Exception {
        Path aside = folder.resolve("aside");
        Files.move(file.path(), aside);

        apiKeys.refresh();
        apiKeys.refresh();
        assertThat(apiKeys.admit(key)).isNotNull();
        assertThat(apiKeys.size()).isEqualTo(1);
        assertThat(apiKeys.isFileRead()).isFalse();

        Files.move(aside, file.path());
        apiKeys.refresh();
        assertThat(apiKeys.admit(key)).isNotNull();
        assertThat(apiKeys.isFileRead()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "broken", "null", "{}", "{\"keys\":[null]}", "{\"keys\":null}"})
    void shouldKeepTheLastKeysWhenTheFileIsBroken(String content) throws Exception {
        Files.writeString(file.path(), content);

        apiKeys.refresh();

        assertThat(apiKeys.admit(key)).isNotNull();
        assertThat(apiKeys.isFileRead()).isFalse();
        assertThatThrownBy(() -> ApiKeys.read(file)).isInstanceOf(KeysFileException.class);
    }

    @Test
    void shouldKeepTheLastKeysWhenTheFileIsADirectory() throws Exception {
        Files.delete(file.path());
        Files.createDirectory(file.path());

        apiKeys.refresh();

        assertThat(apiKeys.admit(key)).isNotNull();
        assertThat(apiKeys.isFileRead()).isFalse();
    }

    @Test
    void shouldStartWithoutAFile() {
        KeysFile later = new KeysFile(folder.resolve("later.json"));
        ApiKeys empty = ApiKeys.read(later);
        assertThat(empty.size()).isZero();
        assertThat(empty.isFileRead()).isFalse();

        ApiKey added = later.add("one", List.of("s"), List.of(areaId("a")), NOW);
        empty.refresh();

        assertThat(empty.admit(added)).isNotNull();
        assertThat(empty.isFileRead()).isTrue();
        empty.close();
    }
}
