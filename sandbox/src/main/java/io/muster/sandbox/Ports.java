package io.muster.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports of the loopback interface. */
final class Ports {

    static final String HOST = "127.0.0.1";

    /** Below the range for outgoing connections, so that none of them takes the port before the server binds it. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 100;

    private Ports() {}

    /** A port that is free now. */
    static int free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, LAST))
                .limit(ATTEMPTS)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new SandboxException("no free port from " + FIRST + " to " + LAST));
    }

    /** The given port, or a free one for 0. */
    static int freeOr(int wanted, String option) {
        if (wanted == 0) {
            return free();
        }
        if (!isFree(wanted)) {
            throw new SandboxException(
                    "port " + wanted + " is in use; choose another with " + option + ", or any free one with 0");
        }
        return wanted;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
