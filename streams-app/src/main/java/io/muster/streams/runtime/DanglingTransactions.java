package io.muster.streams.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.streams.config.Clients;
import io.muster.streams.config.StreamsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts the transactions that this instance left open when it was killed. Kafka Streams cannot read its committed
 * offsets while such a transaction is open, so without this a restart would block until the transaction times out.
 *
 * <p>Transactional ids start with the process id that Kafka Streams keeps in its state directory. The caller must hold
 * the lock of that directory, so that no running process has the same id.
 */
final class DanglingTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(DanglingTransactions.class);
    private static final String METADATA = "kafka-streams-process-metadata";
    private static final ObjectMapper JSON = new ObjectMapper();

    private DanglingTransactions() {}

    /** @param stateDir used by this instance only */
    static void abort(StreamsSettings settings, Path stateDir) {
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
                LOG.info("Aborting {} transactions that this instance left open when it was killed", open.size());
                admin.fenceProducers(open).all().get();
            }
        } catch (ExecutionException | KafkaException e) {
            LOG.warn("Cannot abort the transactions that this instance left open; they end when they time out", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while starting", e);
        }
    }

    /** The process id that Kafka Streams stored in a directory; empty if it never ran there. */
    static Optional<String> processId(Path applicationDir) {
        Path metadata = applicationDir.resolve(METADATA);
        try {
            if (Files.exists(metadata)) {
                JsonNode processId = JSON.readTree(metadata.toFile()).path("processId");
                return processId.isTextual() ? Optional.of(processId.textValue()) : Optional.empty();
            }
        } catch (IOException e) {
            LOG.warn("Cannot read {}", metadata, e);
        }
        return Optional.empty();
    }
}
