package io.muster.client;

import io.muster.client.spool.Spool;
import io.muster.contract.connection.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.CanonicalForm;
import io.muster.domain.Ids;
import io.muster.domain.participant.NumericRefs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** What an {@link EnrollmentClient} needs to know: addresses, source, zone and spool; the rest has a default. */
public final class EnrollmentClientBuilder {

    /** How large a spool may become where nobody said: room for half a million statements. */
    public static final long DEFAULT_SPOOL_BYTES = 256L << 20;

    private @Nullable String bootstrapServers;
    private @Nullable String registryUrl;
    private final Map<String, String> kafkaSettings = new HashMap<>();
    private final Map<String, String> registrySettings = new HashMap<>();
    private Duration patience = PublisherConfig.DEFAULT_PATIENCE;
    private @Nullable String source;
    private @Nullable ZoneId zone;
    private @Nullable Path spool;
    private long spoolBytes = DEFAULT_SPOOL_BYTES;
    private @Nullable String campaignId;
    private NumericRefs numericRefs = NumericRefs.REFUSED;
    private InstantSource clock = InstantSource.system();

    EnrollmentClientBuilder() {}

    /** {@code host:port} of a broker, several separated by commas. */
    public EnrollmentClientBuilder bootstrapServers(String addresses) {
        this.bootstrapServers = addresses;
        return this;
    }

    /** Address of a registry that speaks Confluent's API, several separated by commas. */
    public EnrollmentClientBuilder registryUrl(String address) {
        this.registryUrl = address;
        return this;
    }

    /** A further setting of the Kafka clients, as Kafka names it, e.g. {@code security.protocol}. */
    public EnrollmentClientBuilder kafkaSetting(String name, String value) {
        kafkaSettings.put(name, value);
        return this;
    }

    /** A further setting of Confluent's serializer, e.g. {@code basic.auth.user.info}. */
    public EnrollmentClientBuilder registrySetting(String name, String value) {
        registrySettings.put(name, value);
        return this;
    }

    /** How long one attempt to send may take, from a second to a day: so long it takes to know that nobody answers. */
    public EnrollmentClientBuilder patience(Duration time) {
        this.patience = time;
        return this;
    }

    /** The office or system that states it. */
    public EnrollmentClientBuilder source(String name) {
        this.source = name;
        return this;
    }

    /** In which the days of the office begin and end. */
    public EnrollmentClientBuilder zone(ZoneId id) {
        this.zone = id;
        return this;
    }

    /** The file that statements are kept in until they are sent, on a disk of this computer; made where there is none. */
    public EnrollmentClientBuilder spool(Path file) {
        this.spool = file;
        return this;
    }

    /** How large that file may become, in bytes, from a megabyte; a statement takes about 400. */
    public EnrollmentClientBuilder spoolBytes(long limit) {
        this.spoolBytes = limit;
        return this;
    }

    /** What a registration is about that names no campaign. */
    public EnrollmentClientBuilder campaign(String id) {
        this.campaignId = id;
        return this;
    }

    /**
     * Takes participants whose reference is a bare number of 9 to 12 digits, for a registration system whose own numbers are so long. Without
     * it they are refused, for they look like identity numbers; the application must allow them too.
     */
    public EnrollmentClientBuilder allowNumericRefs() {
        this.numericRefs = NumericRefs.ALLOWED;
        return this;
    }

    /** In place of the clock of this computer. */
    public EnrollmentClientBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /**
     * Opens the spool, and begins to send what is in it. Asks nobody, and so does not fail without a network.
     *
     * @throws IllegalArgumentException if something is missing, or not as it must be
     * @throws PublishException if Kafka does not know what to do with one of its settings
     * @throws io.muster.client.spool.SpoolException if the spool is in use, or cannot be used
     */
    public EnrollmentClient open() {
        Connection connection = new Connection(
                require("bootstrapServers", bootstrapServers),
                require("registryUrl", registryUrl),
                kafkaSettings,
                registrySettings);
        PublisherConfig config = new PublisherConfig(connection, patience);
        Office office = new Office(
                id("source", require("source", source), name -> Ids.problem(name, "")),
                require("zone", zone),
                campaignId == null ? null : id("campaignId", campaignId, Ids::campaignProblem));
        if (spoolBytes < Spool.LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "spoolBytes must be at least " + Spool.LEAST_BYTES + ", but is " + spoolBytes);
        }
        check(config);
        return new EnrollmentClient(
                office, Spool.open(require("spool", spool), spoolBytes), config, clock, numericRefs);
    }

    private static void check(PublisherConfig config) {
        try {
            ProducerSettings.check(config);
        } catch (KafkaException e) {
            throw new Failures(config).of(Topics.ENROLLMENTS, e);
        }
    }

    private static String id(String field, String written, Function<String, @Nullable String> check) {
        String id = CanonicalForm.of(written);
        return Ids.require(field, id, check.apply(id));
    }

    private static <T> T require(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return value;
    }
}
