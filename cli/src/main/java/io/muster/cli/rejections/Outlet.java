package io.muster.cli.rejections;

import io.muster.client.RecordPublisher;
import io.muster.contract.topic.RejectionHeaders;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where records go that are sent again. */
interface Outlet extends AutoCloseable {

    /** @return completed when the record is acknowledged */
    CompletionStage<Void> send(RejectedRecord record);

    /** Waits until everything sent is acknowledged or has failed. */
    @Override
    void close();

    /**
     * The topic that they came from, and the partition: what is said about one participant must stay on one, whatever way of
     * choosing it the sender has.
     */
    static Outlet topic(RecordPublisher publisher) {
        return new Outlet() {
            @Override
            public CompletionStage<Void> send(RejectedRecord record) {
                return publisher.send(
                        record.refusal().partition(),
                        record.received().key(),
                        record.received().value(),
                        RejectionHeaders.received(record.received().headers()));
            }

            @Override
            public void close() {
                publisher.close();
            }
        };
    }

    /** Nowhere: what is only checked. */
    static Outlet none() {
        return new Outlet() {
            @Override
            public CompletionStage<Void> send(RejectedRecord record) {
                return CompletableFuture.completedStage(null);
            }

            @Override
            public void close() {
                // nothing is on its way
            }
        };
    }
}
