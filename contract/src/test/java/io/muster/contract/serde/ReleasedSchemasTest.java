package io.muster.contract.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Current schemas must stay compatible with all released ones, because topics hold records of released schemas and
 * readers are built on them. Files under released/ are never edited. A changed schema is added as a file of a new
 * version.
 */
class ReleasedSchemasTest {

    static Stream<Released> released() throws IOException, URISyntaxException {
        return allReleased().stream();
    }

    @ParameterizedTest
    @MethodSource("released")
    void shouldStayCompatibleWithEveryReleasedSchema(Released released) {
        Schema current = PublicRecords.schemas().get(released.name());

        assertThat(current)
                .as("%s was released, but no topic uses it any more", released)
                .isNotNull();
        assertThat(Evolution.problems(Objects.requireNonNull(current), released.schema()))
                .as("changes since %s that break FULL_TRANSITIVE", released)
                .isEmpty();
    }

    @Test
    void shouldHaveAReleasedCopyOfEveryCurrentSchema() throws IOException, URISyntaxException {
        Map<String, List<Schema>> released = allReleased().stream()
                .collect(Collectors.groupingBy(
                        Released::name, Collectors.mapping(Released::schema, Collectors.toList())));

        PublicRecords.schemas()
                .forEach((name, schema) -> assertThat(released.getOrDefault(name, List.of()))
                        .as(
                                "released schemas of %s; a new or changed one goes into"
                                        + " released/<next version>/%s.avsc:%n%s%n",
                                name, name, SchemaFormatter.format("json/pretty", schema))
                        .contains(schema));
    }

    private static List<Released> allReleased() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(ReleasedSchemasTest.class.getResource("/released"))
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .map(Released::read)
                    .toList();
        }
    }

    record Released(String version, Schema schema) {

        static Released read(Path file) {
            try {
                return new Released(
                        Objects.requireNonNull(file.getParent()).getFileName().toString(),
                        new Schema.Parser().parse(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String name() {
            return schema.getName();
        }

        @Override
        public String toString() {
            return version + "/" + name();
        }
    }
}
