package io.muster.e2e.client;

import io.muster.client.ClientStatus;
import io.muster.client.EnrollmentClient;
import io.muster.client.Registration;
import io.muster.client.spool.Receipt;
import io.muster.client.spool.SpoolFullException;
import io.muster.domain.participant.ParticipantRef;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * An office's program: records numbered statements, each about the participant with its number modulo {@code
 * participants}, and prints {@code recorded NUMBER EVENT-ID} for each once it is durable. Then waits until all are
 * sent, prints the final state and exits.
 *
 * <p>Arguments have the form {@code name=value}; see the calls of {@link #get}.
 */
public final class OfficeProgram {

    private static final int FULL = 3;
    private static final int NOT_SENT = 4;

    private final Map<String, String> arguments = new HashMap<>();

    private OfficeProgram(String... given) {
        for (String argument : given) {
            String[] nameAndValue = argument.split("=", 2);
            arguments.put(nameAndValue[0], nameAndValue[1]);
        }
    }

    public static void main(String... arguments) {
        System.exit(new OfficeProgram(arguments).run());
    }

    private int run() {
        try (EnrollmentClient client = open()) {
            boolean full = !recordAll(client);
            boolean sent = client.flush(Duration.ofSeconds(Integer.parseInt(get("flush", "0"))));
            ClientStatus status = client.status();
            say("status pending=" + status.pending() + " sent=" + status.sent() + " refused=" + status.refused()
                    + " waitsFor=" + status.waitsFor().orElse("nothing"));
            client.refused()
                    .forEach(refused -> say("refused " + refused.statement().eventId() + " " + refused.reason()));
            client.close(Duration.ZERO);
            return full ? FULL : sent ? 0 : NOT_SENT;
        }
    }

    private EnrollmentClient open() {
        return EnrollmentClient.builder()
                .bootstrapServers(get("bootstrap", "127.0.0.1:1"))
                .registryUrl(get("registry", "http://127.0.0.1:1"))
                .kafkaSetting("max.request.size", get("largest", "1048576"))
                .patience(Duration.ofSeconds(2))
                .source("office")
                .zone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .campaign(get("campaign", "drive"))
                .spool(Path.of(get("spool", "spool")))
                .clock(clock())
                .open();
    }

    /** The system clock, or one that starts at another time and runs on from there. */
    private InstantSource clock() {
        String shows = arguments.get("clock");
        InstantSource wall = InstantSource.system();
        if (shows == null) {
            return wall;
        }
        Duration ahead = Duration.between(wall.instant(), Instant.parse(shows));
        return () -> wall.instant().plus(ahead);
    }

    /** @return whether there was room for all */
    private boolean recordAll(EnrollmentClient client) {
        int first = Integer.parseInt(get("first", "0"));
        int end = first + Integer.parseInt(get("count", "0"));
        int atOnce = Integer.parseInt(get("atOnce", "1"));
        long pause = Duration.ofMillis(Long.parseLong(get("pauseMillis", "0"))).toNanos();
        for (int number = first; number < end; number += atOnce) {
            try {
                List<Receipt> receipts = client.recordAll(IntStream.range(number, number + atOnce)
                        .mapToObj(this::registration)
                        .toList());
                List<String> lines = new ArrayList<>();
                for (Receipt receipt : receipts) {
                    lines.add("recorded " + (number + lines.size()) + " " + receipt.eventId());
                }
                say(String.join("\n", lines));
            } catch (SpoolFullException e) {
                say("full " + e.getMessage());
                return false;
            }
            LockSupport.parkNanos(pause);
        }
        return true;
    }

    /** Carries its number in the field occupation, so that the topic shows the order in which statements were made. */
    private Registration registration(int number) {
        int participants = Integer.parseInt(get("participants", "100"));
        String[] areas = get("areas", "yen-dung,luc-ngan").split(",");
        ParticipantRef participant = new ParticipantRef("participant-" + number % participants);
        boolean leaves = number / participants % 5 == 4;
        return (leaves ? Registration.withdrawn(participant) : Registration.enrolled(participant))
                .in(areas[number / participants % areas.length])
                .occupation(number + get("suffix", ""));
    }

    private String get(String name, String otherwise) {
        return arguments.getOrDefault(name, otherwise);
    }

    @SuppressWarnings("SystemOut") // standard output is the interface to the test
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
