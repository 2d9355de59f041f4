package io.muster.e2e.chaos;

import io.muster.e2e.chaos.EndOfTransactionDelay.Transaction;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.message.EndTxnRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.EndTxnRequest;
import org.apache.kafka.common.requests.EndTxnResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client to a broker through the proxy. Responses must follow the order of requests, so requests
 * behind a delayed one wait too. A client that times out closes the connection and retries over another; its pending
 * requests still reach the broker.
 */
final class ProxiedConnection {

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);
    private static final int POLL_MILLIS = 20;

    private final Socket client;
    private final Socket broker;
    private final EndOfTransactionDelay delay;
    private final Map<Integer, RequestHeader> overtaken = new ConcurrentHashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();

    ProxiedConnection(Socket client, Socket broker, EndOfTransactionDelay delay) {
        this.client = client;
        this.broker = broker;
        this.delay = delay;
    }

    /**
     * Returns when the client closed the connection and the broker answered all its requests, or when the broker
     * disconnected.
     */
    void passRequests() throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(broker.getOutputStream());
        byte[] frame = readFrame(in);
        while (frame != null) {
            unanswered.incrementAndGet();
            if (ByteBuffer.wrap(frame).getShort() == ApiKeys.END_TXN.id) {
                hold(frame);
            }
            writeFrame(out, frame);
            frame = readFrame(in);
        }
        long until = System.nanoTime() + LAST_ANSWERS.toNanos();
        while (unanswered.get() > 0 && System.nanoTime() < until) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void hold(byte[] frame) throws InterruptedException {
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        RequestHeader header = RequestHeader.parse(buffer);
        EndTxnRequestData request = EndTxnRequest.parse(new ByteBufferAccessor(buffer), header.apiVersion())
                .data();
        Transaction transaction = new Transaction(request.producerId(), request.producerEpoch());
        Duration time = delay.delay(transaction);
        Thread.sleep(time.toMillis());
        if (delay.deliver(transaction, time)) {
            overtaken.put(header.correlationId(), header);
        }
    }

    /** Returns when the broker disconnected. */
    void passAnswers() {
        try (client) {
            DataInputStream in = new DataInputStream(broker.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            byte[] frame = readFrame(in);
            while (frame != null) {
                unanswered.decrementAndGet();
                note(frame);
                writeIfConnected(out, frame);
                frame = readFrame(in);
            }
        } catch (IOException e) {
            // disconnect the client too
        }
    }

    private void note(byte[] frame) {
        RequestHeader header = overtaken.remove(ByteBuffer.wrap(frame).getInt());
        if (header != null) {
            AbstractResponse answer = AbstractResponse.parseResponse(ByteBuffer.wrap(frame), header);
            delay.answeredOvertaken(((EndTxnResponse) answer).error());
        }
    }

    /** Reads the broker's responses even after the client disconnected: they show the outcome of late requests. */
    private static void writeIfConnected(DataOutputStream out, byte[] frame) {
        try {
            writeFrame(out, frame);
        } catch (IOException e) {
            // the client no longer waits for the response
        }
    }

    private static byte @Nullable [] readFrame(DataInputStream in) {
        try {
            byte[] frame = new byte[in.readInt()];
            in.readFully(frame);
            return frame;
        } catch (IOException e) {
            return null; // closed or reset
        }
    }

    private static void writeFrame(DataOutputStream out, byte[] frame) throws IOException {
        byte[] sized = ByteBuffer.allocate(Integer.BYTES + frame.length)
                .putInt(frame.length)
                .put(frame)
                .array();
        out.write(sized);
        out.flush();
    }
}
