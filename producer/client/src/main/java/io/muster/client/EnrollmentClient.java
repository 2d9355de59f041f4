package io.muster.client;

import io.muster.client.spool.Draft;
import io.muster.client.spool.Receipt;
import io.muster.client.spool.RefusedStatement;
import io.muster.client.spool.Spool;
import io.muster.client.spool.StatementState;
import io.muster.contract.topic.RecordKeys;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a registration system tells its registrations to. It takes them with or without a network: what {@code record} has returned for is
 * on the disk, survives a crash and a power cut, and is sent as soon as that is possible, in order per participant. May be shared by
 * threads; one client at a time has a spool.
 */
public final class EnrollmentClient implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Office office;
    private final Spool spool;
    private final InstantSource clock;
    private final NumericRefs numericRefs;
    private final Progress progress = new Progress();
    private final SpoolSender sender;

    EnrollmentClient(Office office, Spool spool, PublisherConfig config, InstantSource clock, NumericRefs numericRefs) {
        this.office = office;
        this.spool = spool;
        this.clock = clock;
        this.numericRefs = numericRefs;
        this.sender = new SpoolSender(spool, config, clock, numericRefs, progress);
        sender.start();
    }

    /** Says what a client needs to know. */
    public static EnrollmentClientBuilder builder() {
        return new EnrollmentClientBuilder();
    }

    /**
     * Takes a registration. It is on the disk when this returns.
     *
     * @throws StatementRefusedException if it breaks a rule, and so would never be counted
     * @throws io.muster.client.spool.SpoolFullException if there is no room for it; it is not accepted
     * @throws io.muster.client.spool.SpoolException if the spool cannot be used; it is not accepted
     */
    public Receipt record(Registration registration) {
        return add(List.of(draft(registration, clock.instant()))).get(0);
    }

    /**
     * Takes all of them or none, at the cost of one.
     *
     * @return the receipts, in the same order
     * @throws StatementRefusedException if one breaks a rule; the message says which, counting from 1
     * @throws io.muster.client.spool.SpoolFullException if there is no room for all of them
     * @throws io.muster.client.spool.SpoolException if the spool cannot be used
     */
    public List<Receipt> recordAll(Collection<Registration> registrations) {
        Instant now = clock.instant();
        List<Draft> drafts = new ArrayList<>(registrations.size());
        for (Registration registration : registrations) {
            try {
                drafts.add(draft(registration, now));
            } catch (StatementRefusedException e) {
                Rejection of = e.rejection();
                throw new StatementRefusedException(new Rejection(
                        of.reason(),
                        "registration " + (drafts.size() + 1) + " of " + registrations.size() + ": " + of.detail()));
            }
        }
        return add(drafts);
    }

    private Draft draft(Registration registration, Instant now) {
        Statement statement = registration.statement(office, now);
        String key = RecordKeys.participant(statement.campaignId(), statement.participantRef());
        Rejection rejection = StatementRules.checkRecord(statement, key, key, now, numericRefs);
        if (rejection != null) {
            throw new StatementRefusedException(rejection);
        }
        return new Draft(statement, registration.hasVersion());
    }

    private List<Receipt> add(List<Draft> drafts) {
        List<Receipt> receipts = spool.add(drafts, clock.instant());
        progress.work();
        return receipts;
    }

    /** How many are in which state, and what is in the way. */
    public ClientStatus status() {
        return ClientStatus.of(spool.counts(), progress.waitsFor());
    }

    /** How far a statement is; empty where it is unknown, or was sent before the last {@value Spool#REMEMBERED} or so. */
    public Optional<StatementState> stateOf(UUID eventId) {
        return spool.stateOf(eventId);
    }

    /** The statements that are kept, but not sent, and why. */
    public List<RefusedStatement> refused() {
        return spool.refused();
    }

    /**
     * Sends a refused statement again, once the cause is repaired.
     *
     * @return whether there is a refused statement of that event id
     */
    public boolean retry(UUID eventId) {
        boolean found = spool.retry(eventId);
        progress.work();
        return found;
    }

    /**
     * Lets go of a refused statement for good, such as one that was recorded anew.
     *
     * @return whether there was a refused statement of that event id
     */
    public boolean discard(UUID eventId) {
        return spool.discard(eventId);
    }

    /**
     * Waits until nothing is pending.
     *
     * @return whether that is so; false also where the thread is interrupted
     */
    public boolean flush(Duration atMost) {
        return progress.await(atMost, () -> !spool.isPending());
    }

    /**
     * Waits until nothing is pending, at most that long, and ends. What is pending is sent by the next client that opens the spool.
     *
     * @return whether nothing is pending; false also where it had ended before
     */
    public boolean close(Duration atMost) {
        boolean sent = !progress.isStopped() && flush(atMost);
        end();
        return sent;
    }

    /** Waits until nothing is pending or something is in the way, for five seconds at most, and ends. */
    @Override
    public void close() {
        if (!progress.isStopped()) {
            progress.await(FAREWELL, () -> progress.waitsFor().isPresent() || !spool.isPending());
            end();
        }
    }

    private void end() {
        sender.stop();
        spool.close();
    }
}
