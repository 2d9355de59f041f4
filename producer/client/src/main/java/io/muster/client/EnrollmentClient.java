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
 * Accepts registrations from a registration system, online or offline. A registration is on disk when {@code record}
 * returns, survives crashes and power cuts, and is sent as soon as possible, in order per participant. Thread-safe.
 * Only one client at a time can open a spool.
 */
public final class EnrollmentClient implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final ClientDefaults defaults;
    private final Spool spool;
    private final InstantSource clock;
    private final NumericRefs numericRefs;
    private final SenderStatus status = new SenderStatus();
    private final SpoolSender sender;

    EnrollmentClient(
            ClientDefaults defaults,
            Spool spool,
            PublisherSettings settings,
            InstantSource clock,
            NumericRefs numericRefs) {
        this.defaults = defaults;
        this.spool = spool;
        this.clock = clock;
        this.numericRefs = numericRefs;
        this.sender = new SpoolSender(spool, settings, clock, numericRefs, status);
        sender.start();
    }

    /** Starts to configure a client. */
    public static EnrollmentClientBuilder builder() {
        return new EnrollmentClientBuilder();
    }

    /**
     * Records a registration. It is on disk when this returns.
     *
     * @throws StatementRefusedException if it breaks a rule of the contract
     * @throws io.muster.client.spool.SpoolFullException if the spool has no room; the registration is not accepted
     * @throws io.muster.client.spool.SpoolException if the spool cannot be used; the registration is not accepted
     */
    public Receipt record(Registration registration) {
        return add(List.of(draft(registration, clock.instant()))).get(0);
    }

    /**
     * Records all registrations or none, in one commit.
     *
     * @return the receipts, in the same order
     * @throws StatementRefusedException if one breaks a rule; the message gives its position, from 1
     * @throws io.muster.client.spool.SpoolFullException if the spool has no room for all of them
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
        Statement statement = registration.statement(defaults, now);
        String key = RecordKeys.participant(statement.campaignId(), statement.participantRef());
        Rejection rejection = StatementRules.checkRecord(statement, key, key, now, numericRefs);
        if (rejection != null) {
            throw new StatementRefusedException(rejection);
        }
        return new Draft(statement, registration.hasVersion());
    }

    private List<Receipt> add(List<Draft> drafts) {
        List<Receipt> receipts = spool.add(drafts, clock.instant());
        status.signalWork();
        return receipts;
    }

    /** The number of statements per state, and the reason why the client cannot send, if there is one. */
    public ClientStatus status() {
        return ClientStatus.of(spool.counts(), status.waitingFor());
    }

    /**
     * The state of a statement; empty if it is unknown, or no longer among the last {@value Spool#REMEMBERED} sent
     * ones.
     */
    public Optional<StatementState> stateOf(UUID eventId) {
        return spool.stateOf(eventId);
    }

    /** The statements that are kept but not sent, with the reasons. */
    public List<RefusedStatement> refused() {
        return spool.refused();
    }

    /**
     * Retries a refused statement.
     *
     * @return whether there is a refused statement with this event id
     */
    public boolean retry(UUID eventId) {
        boolean found = spool.retry(eventId);
        status.signalWork();
        return found;
    }

    /**
     * Deletes a refused statement, for example after recording it anew.
     *
     * @return whether there was a refused statement with this event id
     */
    public boolean discard(UUID eventId) {
        return spool.discard(eventId);
    }

    /**
     * Waits until nothing is pending.
     *
     * @return whether nothing is pending; false after the timeout or an interrupt
     */
    public boolean flush(Duration atMost) {
        return status.await(atMost, () -> !spool.isPending());
    }

    /**
     * Waits until nothing is pending, or until the timeout, and closes the client. Pending statements are sent by the
     * next client that opens the spool.
     *
     * @return whether nothing is pending; false if the client was closed before
     */
    public boolean close(Duration atMost) {
        boolean sent = !status.isStopped() && flush(atMost);
        shutDown();
        return sent;
    }

    /**
     * Closes the client. Waits at most five seconds for pending statements, and not at all if the client cannot send.
     */
    @Override
    public void close() {
        if (!status.isStopped()) {
            status.await(CLOSE_TIMEOUT, () -> status.waitingFor().isPresent() || !spool.isPending());
            shutDown();
        }
    }

    private void shutDown() {
        sender.stop();
        spool.close();
    }
}
