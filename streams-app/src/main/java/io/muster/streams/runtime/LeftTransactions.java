package io.muster.streams.runtime;

import io.muster.streams.config.Clients;
import io.muster.streams.config.StreamsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the transactions that an instance left open when it was killed. Its committed offsets cannot be read before they are ended,
 * and Kafka Streams reads these first: without this, a restart waits for the transaction timeout.
 *
 * <p>The instance knows its own transactions by the process id that Kafka Streams keeps in its state directory, which nobody else
 * holds at the time.
 */
final class LeftTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(LeftTransactions.class);
    private static final String METADATA = "kafka-streams-process-metadata";
    private static final Pattern PROCESS_ID = Pattern.compile("\"processId\"\\s*:\\s*\"([^\"]+)\"");

    private LeftTransactions() {}

    /** @param stateDir of this instance alone */
    static void end(StreamsSettings settings, Path stateDir) {
        Optional<String> processId = processId(stateDir.resolve(settings.applicationId()));
        if (processId.isEmpty()) {
            return;
        }
        String prefix = settings.applicationId() + "-" + processId.get() + "-";
        try (Admin admin = Clients.admin(settings)) {
            List<String> open = admin.listTransactions().all().get().stream()
                    .filter(transaction -> transaction.state() == TransactionState.ONGOING)
                    .map(TransactionListing::transactionalId)
                    .filter(id -> id.startsWith(prefix))
                    .toList();
            if (!open.isEmpty()) {
                LOG.info("Ending {} transactions that this instance left open when it was killed", open.size());
                admin.fenceProducers(open).all().get();
            }
        } catch (ExecutionException | KafkaException e) {
            LOG.warn("Transactions that this instance left open could not be ended; they are when they time out", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while starting", e);
        }
    }

    /** The process id that Kafka Streams keeps there; empty if it never ran there. */
    static Optional<String> processId(Path applicationDir) {
        Path metadata = applicationDir.resolve(METADATA);
        try {
            if (Files.exists(metadata)) {
                Matcher matcher = PROCESS_ID.matcher(Files.readString(metadata));
                return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read", metadata, e);
        }
        return Optional.empty();
    }
}
