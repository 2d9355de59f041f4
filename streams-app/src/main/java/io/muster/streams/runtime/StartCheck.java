package io.muster.streams.runtime;

import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.muster.contract.failure.BrokerFailure;
import io.muster.contract.failure.Causes;
import io.muster.contract.serde.RegistryAnswers;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.http.loop.Backoff;
import io.muster.streams.config.Clients;
import io.muster.streams.config.StreamsSettings;
import io.muster.streams.succession.Lineage;
import io.muster.streams.topology.ledger.LedgerStage;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks broker and registry before anything starts, so that each problem is reported clearly, once, and with its
 * remedy.
 */
final class StartCheck {

    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

    private static final String TRANSACTION_VERSION = "transaction.version";

    /** The first version with a separate epoch for each transaction. */
    private static final short SAFE_TRANSACTION_VERSION = 2;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final StreamsSettings settings;

    StartCheck(StreamsSettings settings) {
        this.settings = settings;
    }

    /**
     * @return the number of partitions of the cells topic, in which the application counts
     * @throws StartException if something is missing or would make counts wrong
     */
    int check() {
        try (Admin admin = Clients.admin(settings)) {
            Map<String, TopicDescription> topics = describe(admin);
            Lineage.problem(settings, admin).ifPresent(problem -> {
                throw new StartException(problem);
            });
            TopicDescription enrollments = topic(topics, Topics.ENROLLMENTS);
            int partitions = topic(topics, Topics.cells(settings.applicationId()))
                    .partitions()
                    .size();
            checkPartitions(enrollments.partitions().size(), partitions);
            refuseLostHistory(admin, enrollments);
            transactionWarning(transactionVersion(admin)).ifPresent(LOG::warn);
            checkRegistry();
            return partitions;
        } catch (ExecutionException e) {
            throw new StartException(problem(e), e);
        } catch (KafkaException e) {
            throw new StartException(
                    "The settings for the broker at " + settings.connection().bootstrapServers() + " cannot be used: "
                            + Causes.rootMessage(e) + ". Check --bootstrap-servers and --kafka-config",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while starting", e);
        }
    }

    /** Describes a failed request. */
    private String problem(ExecutionException failure) {
        BrokerFailure ofBroker = BrokerFailure.of(failure);
        String broker = "The broker at " + settings.connection().bootstrapServers();
        return switch (ofBroker.kind()) {
            case MISSING_TOPIC ->
                "A topic was removed while the application started (" + ofBroker.detail()
                        + "). Create what is missing: muster topics --application-id " + settings.applicationId();
            case TIMEOUT ->
                broker + " did not answer: " + ofBroker.detail() + ". Is it running, and is --bootstrap-servers right?";
            case FENCED, AUTHENTICATION, AUTHORIZATION, CLOCK, RECORD, SETTING, OTHER ->
                broker + " answered: " + ofBroker.detail() + ". Check --kafka-config and what the broker allows";
        };
    }

    private Map<String, TopicDescription> describe(Admin admin) throws ExecutionException, InterruptedException {
        List<String> needed = Topics.ofApplication(settings.applicationId()).stream()
                .map(Topic::name)
                .toList();
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(admin.listTopics().names().get());
        if (!missing.isEmpty()) {
            throw new StartException(MissingTopics.message(missing, settings.applicationId()));
        }
        return admin.describeTopics(needed).allTopicNames().get();
    }

    private static TopicDescription topic(Map<String, TopicDescription> topics, Topic<?> topic) {
        return Objects.requireNonNull(topics.get(topic.name()), topic.name());
    }

    /** The enrollments topic may grow, but the application keeps counting each participant in the same partition. */
    private void checkPartitions(int enrollments, int cells) {
        String id = settings.applicationId();
        if (enrollments < cells) {
            throw new StartException("The topic " + Topics.cells(id).name() + " has " + cells
                    + " partitions, more than "
                    + Topics.ENROLLMENTS.name() + ", which has " + enrollments + ". Use another --application-id, and"
                    + " create its topics: muster topics --application-id NEW");
        }
        String successor = "To use all of them, start a successor: muster topics --application-id NEW, then muster"
                + " streams --application-id NEW --successor-of " + id;
        if (enrollments > cells && settings.counting().ledgerStore() == LedgerStore.ROCKSDB) {
            throw new StartException(Topics.ENROLLMENTS.name() + " has grown from " + cells + " to " + enrollments
                    + " partitions, and a ledger in RocksDB cannot grow with it. " + successor);
        }
        if (enrollments > cells) {
            LOG.warn(
                    "{} has grown from {} to {} partitions. The application {} keeps counting in {}. {}",
                    Topics.ENROLLMENTS.name(),
                    cells,
                    enrollments,
                    id,
                    cells,
                    successor);
        }
    }

    private static short transactionVersion(Admin admin) throws ExecutionException, InterruptedException {
        FinalizedVersionRange known = admin.describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get(TRANSACTION_VERSION);
        return known == null ? 0 : known.maxVersionLevel();
    }

    /** Before KIP-890, a request to end a transaction does not identify the transaction. */
    static Optional<String> transactionWarning(short version) {
        return version >= SAFE_TRANSACTION_VERSION
                ? Optional.empty()
                : Optional.of("The brokers have " + TRANSACTION_VERSION + " " + version
                        + ": a delayed request to end a transaction may end a later transaction and commit half of it."
                        + " Upgrade the cluster: kafka-features.sh --bootstrap-server … upgrade --feature "
                        + TRANSACTION_VERSION + "=" + SAFE_TRANSACTION_VERSION);
    }

    /**
     * A ledger in memory is rebuilt from the whole history; without the beginning, its counts would be too low. A
     * logged ledger may start if it has already counted the deleted records.
     */
    private void refuseLostHistory(Admin admin, TopicDescription enrollments)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> earliest = enrollments.partitions().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(enrollments.name(), partition.partition()),
                        partition -> OffsetSpec.earliest()));
        Map<TopicPartition, OffsetAndMetadata> kept =
                settings.counting().ledgerStore() == LedgerStore.MEMORY ? Map.of() : coveredByLoggedLedger(admin);
        List<String> cut = new ArrayList<>();
        admin.listOffsets(earliest).all().get().forEach((partition, offset) -> {
            OffsetAndMetadata keptUpTo = kept.get(partition);
            if (offset.offset() > (keptUpTo == null ? 0 : keptUpTo.offset())) {
                cut.add(partition + " begins at offset " + offset.offset());
            }
        });
        if (!cut.isEmpty()) {
            throw new StartException("The beginning of " + enrollments.name() + " is gone (" + String.join(", ", cut)
                    + "), so the counts cannot be rebuilt from it. Restore the topic from a backup, or publish the"
                    + " statements again to a new topic with retention.ms=-1. An application that has already counted"
                    + " them with --ledger-store rocksdb can resume with that option");
        }
    }

    /** The committed offsets of the logged ledger, which exists if its changelog does. */
    private Map<TopicPartition, OffsetAndMetadata> coveredByLoggedLedger(Admin admin)
            throws ExecutionException, InterruptedException {
        String id = settings.applicationId();
        Map<TopicPartition, OffsetAndMetadata> counted = admin.listConsumerGroupOffsets(id)
                .partitionsToOffsetAndMetadata()
                .get();
        if (!counted.isEmpty() && !admin.listTopics().names().get().contains(LedgerStage.standingsChangelog(id))) {
            throw new StartException("The application " + id + " has counted with its ledger in memory. A ledger in"
                    + " RocksDB would resume from its offsets but lack those counts. Use --ledger-store memory, or"
                    + " another --application-id, which counts everything from the beginning");
        }
        return counted;
    }

    private void checkRegistry() throws InterruptedException {
        RestService registry = new RestService(settings.connection().registryUrl());
        registry.configure(RegistryAnswers.withTimeouts(settings.connection().registrySettings()));
        long deadline = System.nanoTime() + settings.instance().startTimeout().toNanos();
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        while (true) {
            Set<String> subjects;
            try {
                subjects = new TreeSet<>(registry.getAllSubjects());
            } catch (RestClientException | IOException | RuntimeException e) {
                // covers anything that a server other than a registry may answer: a page, nothing, a redirect
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new StartException(
                            "The schema registry at " + settings.connection().registryUrl()
                                    + " did not answer like a registry: " + e.getMessage()
                                    + ". Is it running, and is --schema-registry-url right?",
                            e);
                }
                LOG.info(
                        "Waiting for the schema registry at {}: {}",
                        settings.connection().registryUrl(),
                        e.toString());
                Thread.sleep(Math.min(backoff.afterFailure().toMillis(), left));
                continue;
            }
            checkSubjects(subjects);
            return;
        }
    }

    private void checkSubjects(Set<String> subjects) {
        Set<String> missing = Topics.output().stream()
                .filter(Topic::isAvro)
                .map(Topic::subject)
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(subjects);
        if (!missing.isEmpty()) {
            throw new StartException("The schema registry at "
                    + settings.connection().registryUrl() + " lacks the subjects "
                    + String.join(", ", missing) + ". If it had them before, restore its data; otherwise its ids would"
                    + " refer to other schemas. If it never had them, register them: muster topics --application-id "
                    + settings.applicationId());
        }
    }
}
