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
 * One connection of a client to a broker through the proxy. Answers have to come in the order of the requests, so what a client sends
 * behind a held request waits with it. A client that loses patience closes the connection and sends again over another; what it left
 * behind still reaches the broker.
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

    /** Returns when the client has closed the connection, and the broker has answered all that it sent; or when the broker has gone. */
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

    /** Returns when the broker has gone. */
    void passAnswers() {
        try (client) {
            DataInputStream in = new DataInputStream(broker.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            byte[] frame = readFrame(in);
            while (frame != null) {
                unanswered.decrementAndGet();
                note(frame);
                writeToWhoeverIsThere(out, frame);
                frame = readFrame(in);
            }
        } catch (IOException e) {
            // the client goes with the broker
        }
    }

    private void note(byte[] frame) {
        RequestHeader header = overtaken.remove(ByteBuffer.wrap(frame).getInt());
        if (header != null) {
            AbstractResponse answer = AbstractResponse.parseResponse(ByteBuffer.wrap(frame), header);
            delay.answeredOvertaken(((EndTxnResponse) answer).error());
        }
    }

    /** The broker's answers are read even if the client has gone: they say what became of a late request. */
    private static void writeToWhoeverIsThere(DataOutputStream out, byte[] frame) {
        try {
            writeFrame(out, frame);
        } catch (IOException e) {
            // it does not wait for the answer
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
