package io.muster.client;

import io.muster.client.spool.Spool;
import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.CampaignId;
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

/** Configures an {@link EnrollmentClient}. Addresses, source, zone and spool are required; the rest has defaults. */
public final class EnrollmentClientBuilder {

    /** Default size limit of the spool: room for about half a million statements. */
    public static final long DEFAULT_SPOOL_BYTES = 256L << 20;

    private @Nullable String bootstrapServers;
    private @Nullable String registryUrl;
    private final Map<String, String> kafkaSettings = new HashMap<>();
    private final Map<String, String> registrySettings = new HashMap<>();
    private Duration patience = PublisherSettings.DEFAULT_PATIENCE;
    private @Nullable String source;
    private @Nullable ZoneId zone;
    private @Nullable Path spool;
    private long spoolBytes = DEFAULT_SPOOL_BYTES;
    private @Nullable String campaignId;
    private NumericRefs numericRefs = NumericRefs.REFUSED;
    private InstantSource clock = InstantSource.system();

    EnrollmentClientBuilder() {}

    /** Broker addresses as {@code host:port}, separated by commas. */
    public EnrollmentClientBuilder bootstrapServers(String addresses) {
        this.bootstrapServers = addresses;
        return this;
    }

    /** Addresses of a registry with Confluent's API, separated by commas. */
    public EnrollmentClientBuilder registryUrl(String address) {
        this.registryUrl = address;
        return this;
    }

    /** An additional setting of the Kafka clients, such as {@code security.protocol}. */
    public EnrollmentClientBuilder kafkaSetting(String name, String value) {
        kafkaSettings.put(name, value);
        return this;
    }

    /** An additional setting of Confluent's serializer, such as {@code basic.auth.user.info}. */
    public EnrollmentClientBuilder registrySetting(String name, String value) {
        registrySettings.put(name, value);
        return this;
    }

    /**
     * How long to wait for an acknowledgement, from one second to one day. A broker that does not answer is also
     * noticed after this time.
     */
    public EnrollmentClientBuilder patience(Duration time) {
        this.patience = time;
        return this;
    }

    /** Name of the office or system, which becomes the source of its statements. */
    public EnrollmentClientBuilder source(String name) {
        this.source = name;
        return this;
    }

    /** Time zone that defines the local days of the office. */
    public EnrollmentClientBuilder zone(ZoneId id) {
        this.zone = id;
        return this;
    }

    /** The spool file, on a local disk. It is created if it does not exist. */
    public EnrollmentClientBuilder spool(Path file) {
        this.spool = file;
        return this;
    }

    /** Size limit of the spool file in bytes, at least one megabyte. A statement takes about 400 bytes. */
    public EnrollmentClientBuilder spoolBytes(long limit) {
        this.spoolBytes = limit;
        return this;
    }

    /** Default campaign, for registrations that name none. */
    public EnrollmentClientBuilder campaign(String id) {
        this.campaignId = id;
        return this;
    }

    /**
     * Allows participant references that are bare numbers of 9 to 12 digits, for registration systems with such
     * numbers. By default they are refused, because they look like identity numbers. The application must allow them
     * as well.
     */
    public EnrollmentClientBuilder allowNumericRefs() {
        this.numericRefs = NumericRefs.ALLOWED;
        return this;
    }

    /** Replaces the system clock. */
    public EnrollmentClientBuilder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    /**
     * Opens the spool and starts to send its statements. Makes no network request, and so works offline.
     *
     * @throws IllegalArgumentException if a required setting is missing or a value is invalid
     * @throws PublishException if Kafka rejects one of its settings
     * @throws io.muster.client.spool.SpoolException if the spool is in use or cannot be used
     */
    public EnrollmentClient open() {
        Connection connection = new Connection(
                require("bootstrapServers", bootstrapServers),
                require("registryUrl", registryUrl),
                kafkaSettings,
                registrySettings);
        PublisherSettings config = new PublisherSettings(connection, patience);
        ClientDefaults defaults = new ClientDefaults(
                id("source", require("source", source), name -> Ids.problem(name, "")),
                require("zone", zone),
                campaignId == null ? null : new CampaignId(id("campaignId", campaignId, Ids::campaignProblem)));
        if (spoolBytes < Spool.LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "spoolBytes must be at least " + Spool.LEAST_BYTES + ", but is " + spoolBytes);
        }
        check(config);
        return new EnrollmentClient(
                defaults, Spool.open(require("spool", spool), spoolBytes), config, clock, numericRefs);
    }

    private static void check(PublisherSettings config) {
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
