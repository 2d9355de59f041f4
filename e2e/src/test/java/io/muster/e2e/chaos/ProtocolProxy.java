package io.muster.e2e.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy in front of a broker that forwards requests and responses frame by frame. It delays requests that end a
 * transaction as {@link EndOfTransactionDelay} decides.
 */
final class ProtocolProxy implements AutoCloseable {

    private final ServerSocket server;
    private final int brokerPort;
    private final EndOfTransactionDelay delay;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "protocol-proxy");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param port the port to listen on; 0 for a free one
     * @param brokerPort the port of the broker, which may be down at times
     */
    ProtocolProxy(int port, int brokerPort, EndOfTransactionDelay delay) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.brokerPort = brokerPort;
        this.delay = delay;
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> connect(client));
            } catch (IOException e) {
                // closed, or the client disconnected at once
            }
        }
    }

    /** Closes the client's connection if the broker is down. */
    private void connect(Socket client) {
        try (client;
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort)) {
            client.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
            ProxiedConnection connection = new ProxiedConnection(client, broker, delay);
            threads.execute(connection::passAnswers);
            connection.passRequests();
        } catch (IOException e) {
            // one of the two disconnected
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
