package io.muster.gateway.auth;

import io.muster.contract.Connection;
import io.muster.contract.reading.MissingTopicsException;
import io.muster.contract.reading.TopicsChangedException;
import io.muster.contract.reading.TopicsReader;
import io.muster.contract.serde.RegistryOutageException;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.http.Health;
import io.muster.http.loop.Backoff;
import io.muster.http.loop.Loop;
import io.muster.http.loop.Loops;
import io.muster.schema.Area;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code muster.areas} in a background thread and keeps the area tree up to date. While the broker or the
 * registry is unavailable, the tree stays as it is. A recreated topic is read again from its beginning.
 */
public final class AreaFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AreaFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private static final String WAITING_FOR_REGISTRY = "WAITING_FOR_REGISTRY";
    private static final Health READY = new Health(true, "READY");
    private static final Health READING = new Health(false, "READING_AREAS");

    private final AreaLocations tree = new AreaLocations();
    private final TopicsReader reader;
    private final Deserializer<Area> areas;
    private final Backoff backoff = new Backoff(SHORTEST_PAUSE, LONGEST_PAUSE);
    private final Loop loop;
    private volatile Health health = READING;

    /** Whether the topic was ever read to its end. */
    private boolean isRead;

    /**
     * The areas being read. They replace the current ones when all have been read. Null if the next step starts from
     * the beginning of the topic.
     */
    private @Nullable AreaLocations next;

    /** End offsets that must be reached before the areas are complete; empty afterwards. */
    private Map<TopicPartition, Long> ends = Map.of();

    private final Queue<ConsumerRecord<String, byte[]>> fetched = new ArrayDeque<>();

    /**
     * Starts the background thread.
     *
     * @param loops the threads of the service
     */
    public AreaFeed(Connection connection, Loops loops) {
        areas = connection.serdes().deserializer(Topics.AREAS);
        reader = new TopicsReader(
                connection, Set.of(Topics.AREAS.name()), Set.of(Topics.ENROLLMENTS.name()), ANSWER_WITHIN);
        loop = loops.start("areas", this::step, reader::close);
    }

    /** The areas as of the last complete read, with later changes. */
    public AreaLocations tree() {
        return tree;
    }

    /** Whether the tree is up to date, and if not, why. */
    public Health health() {
        return health;
    }

    /** Whether the reader is waiting for the schema registry. */
    public boolean isWaitingForRegistry() {
        return health.state().equals(WAITING_FOR_REGISTRY);
    }

    private void step(Loop self) throws InterruptedException {
        try {
            readOn();
            backoff.success();
        } catch (WakeupException e) {
            LOG.debug("Woken up to stop");
        } catch (TopicsChangedException e) {
            LOG.warn("Reading the areas again from the beginning: {}", e.getMessage());
            beginAnew();
            become(READING);
        } catch (MissingTopicsException e) {
            await(new Health(false, "WAITING_FOR_TOPIC", String.valueOf(e.getMessage())), self);
        } catch (RegistryOutageException e) {
            // the tree stays usable: statements need no registry once their schemas are cached
            await(new Health(isRead, WAITING_FOR_REGISTRY, String.valueOf(e.getMessage())), self);
        } catch (KafkaException e) {
            await(new Health(false, "WAITING_FOR_BROKER", String.valueOf(e.getMessage())), self);
        } catch (RuntimeException e) {
            beginAnew();
            throw e;
        }
    }

    private void await(Health waiting, Loop self) throws InterruptedException {
        become(waiting);
        self.pause(backoff.afterFailure());
    }

    private void beginAnew() {
        next = null;
    }

    private void readOn() {
        AreaLocations reading = next;
        if (reading == null) {
            fetched.clear();
            reader.begin();
            ends = reader.ends();
            reading = new AreaLocations();
            next = reading;
        }
        if (fetched.isEmpty()) {
            reader.poll(POLL).forEach(fetched::add);
        }
        for (var record = fetched.peek(); record != null; record = fetched.peek()) {
            take(record, reading);
            fetched.remove();
        }
        if (!ends.isEmpty() && reader.hasReached(ends)) {
            ends = Map.of();
            tree.become(reading);
            isRead = true;
            LOG.info("{} areas are known", tree.size());
        }
        become(ends.isEmpty() ? READY : READING);
    }

    private void take(ConsumerRecord<String, byte[]> record, AreaLocations reading) {
        try {
            Area area = areas.deserialize(record.topic(), record.value());
            AreaId areaId = new AreaId(Objects.requireNonNull(record.key(), "it has no key"));
            if (area == null) {
                reading.remove(areaId);
            } else {
                reading.put(areaId, area.getParentId().map(AreaId::new).orElse(null));
            }
        } catch (RegistryOutageException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Skipped a record of {} partition {} offset {}: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private void become(Health now) {
        if (!now.equals(health)) {
            if (now.problem() != null) {
                LOG.warn("Waiting, {}: {}", now.state(), now.problem());
            } else if (now.ok()) {
                LOG.info("The areas are up to date");
            }
            health = now;
        }
    }

    @Override
    public void close() {
        loop.stop();
        reader.wakeup();
    }
}
