package io.muster.intake.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoundedMemoryTest {

    private static final int LINES = 10_000;
    private static final int READ_AHEAD = 1 << 17;

    @ParameterizedTest
    @ValueSource(
            strings = {
                StatementFiles.LINE,
                "\"never closed",
                "{\"campaignId\":\"drive\"}",
            })
    void shouldLimitReadAhead(String line) throws IOException {
        String heading = line.startsWith("{") ? "{}" : StatementFiles.HEADING;
        Endless file = new Endless(heading + "\n", line + "\n");

        try (StatementFileReader reader =
                StatementFileReader.open("-", file, ReadingSettings.DEFAULTS, Instant.parse("2023-06-01T00:00:00Z"))) {
            for (int i = 1; i <= LINES; i++) {
                assertThat(reader.next()).isNotNull();
                long consumed = heading.length() + 1 + (long) i * (line.length() + 1);
                assertThat(file.position).isLessThan(consumed + READ_AHEAD);
            }
        }
    }

    /** An endless file. */
    private static final class Endless extends InputStream {
        private final byte[] heading;
        private final byte[] line;
        private long position;

        Endless(String heading, String line) {
            this.heading = heading.getBytes(StandardCharsets.UTF_8);
            this.line = line.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            long at = position++;
            return at < heading.length ? heading[(int) at] : line[(int) ((at - heading.length) % line.length)];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            for (int i = 0; i < length; i++) {
                into[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
