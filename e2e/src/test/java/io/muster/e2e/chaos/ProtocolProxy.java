package io.muster.e2e.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Takes connections in the place of a broker and passes requests and answers on, frame by frame. It holds requests that end a transaction
 * as long as {@link EndOfTransactionDelay} says.
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
     * @param port where it listens; 0 takes a free one
     * @param brokerPort where the broker listens, which may be down at times
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
                // closed, or a client that went at once
            }
        }
    }

    /** A client whose broker is down is told so by the end of its connection. */
    private void connect(Socket client) {
        try (client;
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort)) {
            client.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
            ProxiedConnection connection = new ProxiedConnection(client, broker, delay);
            threads.execute(connection::passAnswers);
            connection.passRequests();
        } catch (IOException e) {
            // one of the two went
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
