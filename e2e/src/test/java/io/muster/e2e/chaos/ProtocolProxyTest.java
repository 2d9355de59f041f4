package io.muster.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.kafka.common.message.EndTxnRequestData;
import org.apache.kafka.common.message.HeartbeatRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProtocolProxyTest {

    private final EndOfTransactionDelay delay = new EndOfTransactionDelay(Duration.ofMillis(500));
    private final ServerSocket broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ProtocolProxy proxy = new ProtocolProxy(0, broker.getLocalPort(), delay);

    ProtocolProxyTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        proxy.close();
        broker.close();
    }

    @Test
    void shouldForwardRequestsAndResponses() throws IOException {
        try (Socket client = connect();
                Socket accepted = broker.accept()) {
            byte[] request = request(ApiKeys.HEARTBEAT, new HeartbeatRequestData());
            send(client, request);
            assertThat(receive(accepted)).isEqualTo(request);

            byte[] answer = {0, 0, 0, 1, 42};
            send(accepted, answer);
            assertThat(receive(client)).isEqualTo(answer);
        }
    }

    @Test
    void shouldDeliverDelayedRequestsAfterTheClientDisconnected() throws IOException {
        delay.begin(1);
        byte[] request = request(
                ApiKeys.END_TXN,
                new EndTxnRequestData()
                        .setTransactionalId("id")
                        .setProducerId(1)
                        .setProducerEpoch((short) 5)
                        .setCommitted(true));
        Socket client = connect();
        try (Socket accepted = broker.accept()) {
            send(client, request);
            client.close();

            assertThat(receive(accepted)).isEqualTo(request);
        }
        assertThat(delay.held()).isEqualTo(1);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static byte[] request(ApiKeys api, ApiMessage body) {
        RequestHeader header = new RequestHeader(api, api.latestVersion(), "client", 1);
        ByteBuffer buffer = RequestUtils.serialize(header.data(), header.headerVersion(), body, api.latestVersion());
        return Utils.toArray(buffer);
    }

    private static void send(Socket to, byte[] frame) throws IOException {
        DataOutputStream out = new DataOutputStream(to.getOutputStream());
        out.writeInt(frame.length);
        out.write(frame);
    }

    private static byte[] receive(Socket from) throws IOException {
        DataInputStream in = new DataInputStream(from.getInputStream());
        return in.readNBytes(in.readInt());
    }
}
