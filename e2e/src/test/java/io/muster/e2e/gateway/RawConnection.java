package io.muster.e2e.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A plain TCP connection to loopback, for requests that no HTTP client would send. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 90_000;

    private final Socket socket = new Socket();

    RawConnection(int port) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    static boolean isTaken(int port) {
        try (RawConnection connection = new RawConnection(port)) {
            return connection.socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Writes the text the given number of times, or until the other side closes the connection. */
    void writeAsLongAsItIsHeard(String text, int times) {
        try {
            for (int i = 0; i < times; i++) {
                write(text);
            }
        } catch (IOException e) {
            // the response sent before that can still be read
        }
    }

    /** Reads up to an empty line or the end. */
    String readHead() throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream in = socket.getInputStream();
        try {
            for (int c = in.read(); c >= 0 && text.indexOf("\r\n\r\n") < 0; c = in.read()) {
                text.append((char) c);
            }
        } catch (SocketException e) {
            text.append("(reset)");
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
