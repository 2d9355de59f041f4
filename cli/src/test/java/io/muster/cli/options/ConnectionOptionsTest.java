package io.muster.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.muster.contract.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConnectionOptionsTest {

    @TempDir
    private Path directory;

    @Test
    void shouldDefaultToLocalhost() {
        Connection connection = parse(Map.of(), "");
        assertThat(connection).isEqualTo(Connection.to("localhost:9092", "http://localhost:8081/apis/ccompat/v7"));
    }

    @Test
    void shouldPreferTheCommandLineThenTheEnvironmentThenTheFile() {
        String file = "bootstrap-servers=file:1\nschema.registry.url=http://file\n";
        Map<String, String> environment = Map.of("MUSTER_BOOTSTRAP_SERVERS", "environment:1");

        assertThat(parse(Map.of(), file)).isEqualTo(Connection.to("file:1", "http://file"));
        assertThat(parse(environment, file)).isEqualTo(Connection.to("environment:1", "http://file"));
        assertThat(parse(environment, file, "--bootstrap-servers", "line:1"))
                .isEqualTo(Connection.to("line:1", "http://file"));
    }

    @Test
    void shouldTreatABlankVariableAsUnset() {
        assertThat(parse(Map.of("MUSTER_BOOTSTRAP_SERVERS", ""), "").bootstrapServers())
                .isEqualTo("localhost:9092");
    }

    @Test
    void shouldPassKafkaSettingsThroughFromEverywhere() {
        Connection connection = parse(
                Map.of("MUSTER_KAFKA_SECURITY_PROTOCOL", "SSL", "MUSTER_KAFKA_LINGER_MS", "2"),
                "kafka.linger.ms=1\nkafka.acks=all\n",
                "--kafka-config",
                "linger.ms=3",
                "--kafka-config",
                "sasl.jaas.config=login required name=\"a=b\";");
        assertThat(connection.kafkaSettings())
                .containsOnly(
                        entry("security.protocol", "SSL"),
                        entry("acks", "all"),
                        entry("linger.ms", "3"),
                        entry("sasl.jaas.config", "login required name=\"a=b\";"));
    }

    @Test
    void shouldPassRegistrySettingsThroughWithoutTheAddress() {
        Connection connection = parse(
                Map.of(
                        "MUSTER_SCHEMA_REGISTRY_URL",
                        "http://environment",
                        "MUSTER_SCHEMA_REGISTRY_BASIC_AUTH_USER_INFO",
                        "me:secret"),
                "schema.registry.url=http://file\nschema.registry.proxy.host=proxy\n",
                "--schema-registry-config",
                "proxy.port=3128");
        assertThat(connection.registryUrl()).isEqualTo("http://environment");
        assertThat(connection.registrySettings())
                .containsOnly(
                        entry("basic.auth.user.info", "me:secret"),
                        entry("proxy.host", "proxy"),
                        entry("proxy.port", "3128"));
    }

    @Test
    void shouldNotPrintSecrets() {
        assertThat(parse(Map.of("MUSTER_KAFKA_SASL_PASSWORD", "secret"), "").toString())
                .doesNotContain("secret");
    }

    private Connection parse(Map<String, String> environment, String file, String... arguments) {
        ConnectingCommand command = new ConnectingCommand();
        new CommandLine(command)
                .setDefaultValueProvider(new SettingSources(environment, SettingsFile.read(write(file))))
                .parseArgs(arguments);
        return command.connection.connection();
    }

    private Path write(String content) {
        try {
            return Files.writeString(directory.resolve("muster.properties"), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Command(name = "connecting")
    private static final class ConnectingCommand {
        @Mixin
        private final ConnectionOptions connection = new ConnectionOptions();
    }
}
