package io.muster.gateway.auth;

import static io.muster.domain.fixture.TestIds.areaId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.InvalidFieldException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysFileTest {

    private static final Instant NOW = Instant.parse("2023-05-18T09:00:00Z");

    @TempDir
    private Path folder;

    private KeysFile file;

    @BeforeEach
    void name() {
        file = new KeysFile(folder.resolve("deeper").resolve("keys.json"));
    }

    @Test
    void shouldNotStoreSecrets() throws Exception {
        ApiKey key = file.add("Yên Dũng", List.of("s1", "s2"), List.of(areaId("yen-dung")), NOW);

        String secret = key.reveal().substring("mk_".length() + 12 + 1);
        assertThat(secret).hasSize(43);
        assertThat(Files.readString(file.path())).contains(key.id(), "Yên Dũng").doesNotContain(secret);
        assertThat(key).hasToString("mk_" + key.id() + "_…");
    }

    @Test
    void shouldBeAccessibleToItsOwnerOnly() throws Exception {
        file.add("one", List.of("s"), List.of(areaId("a")), NOW);
        file.add("two", List.of("s"), List.of(areaId("a")), NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldReadWhatItWrote() {
        ApiKey key = file.add("one", List.of("s2", "s1"), List.of(areaId("*")), NOW);

        assertThat(file.read()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(key.id());
            assertThat(entry.name()).isEqualTo("one");
            assertThat(entry.sources()).containsExactly("s1", "s2");
            assertThat(entry.allowsEveryArea()).isTrue();
            assertThat(entry.createdAt()).isEqualTo(NOW);
            assertThat(entry.secret().matches(key.secret())).isTrue();
            assertThat(entry.secret().matches(ApiKey.random(new SecureRandom()).secret()))
                    .isFalse();
        });
    }

    @Test
    void shouldSaltEachKeyDifferently() {
        file.add("one", List.of("s"), List.of(areaId("a")), NOW);
        file.add("two", List.of("s"), List.of(areaId("a")), NOW);

        assertThat(file.read()).extracting(entry -> entry.secret().salt()).doesNotHaveDuplicates();
    }

    @Test
    void shouldRemoveOneKeyAndKeepTheOthers() {
        ApiKey one = file.add("one", List.of("s"), List.of(areaId("a")), NOW);
        file.add("two", List.of("s"), List.of(areaId("a")), NOW);

        assertThat(file.remove(one.id())).isTrue();
        assertThat(file.remove(one.id())).isFalse();
        assertThat(file.read()).extracting(KeyEntry::name).containsExactly("two");
    }

    @Test
    void shouldRejectAKeyWithoutSourceOrName() {
        assertThatThrownBy(() -> file.add("one", List.of(), List.of(areaId("a")), NOW))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("source must be named");
        assertThatThrownBy(() -> file.add(" ", List.of("s"), List.of(areaId("a")), NOW))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("name must not be blank");
    }

    @Test
    void shouldNameTheFileAndTheMissingField() throws Exception {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), "{\"keys\":[{\"id\":\"a\"}]}");

        assertThatThrownBy(file::read)
                .isInstanceOf(KeysFileException.class)
                .hasMessageContaining(file.path().toString())
                .hasMessageContaining("name");
    }

    @Test
    void shouldRejectMalformedKeys() {
        ApiKey key = ApiKey.random(new SecureRandom());

        assertThat(ApiKey.parse(key.reveal())).isNotNull();
        assertThat(ApiKey.parse(key.reveal() + "A")).isNull();
        assertThat(ApiKey.parse(key.reveal().replace("mk_", "mk-"))).isNull();
        assertThat(ApiKey.parse("")).isNull();
    }
}
