package io.muster.intake.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.muster.domain.fixture.FuzzedInputs;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.statement.Gender;
import io.muster.intake.text.FileStart;
import io.muster.intake.text.TextEncoding;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes NDJSON files of statements, as a whole and among valid lines. */
class StatementNdjsonFuzzTest {

    private static final String NAME = "fuzz.ndjson";
    private static final FuzzedInputs INPUTS = new FuzzedInputs("statements in NDJSON", 64);

    static Stream<byte[]> seeds() {
        String line = line("p1");
        return Stream.of(
                line.getBytes(UTF_8),
                (line + "\n\n" + line + "\r\n").getBytes(UTF_8),
                TextEncoding.UTF_16BE.encode("\uFEFF" + line),
                line.replace("\"p1\"", "24098000123").getBytes(UTF_8),
                line.replace("participantRef", "identityNumber")
                        .replace("\"p1\"", "\"024098000123\"")
                        .getBytes(UTF_8),
                line.replace("\"p1\"", "[1e400,{\"a\":-0.5e-7},\"\\u0000\",true,null]")
                        .getBytes(UTF_8),
                line.replace("}", ",\"version\":1e9999,\"x\":{}}").getBytes(UTF_8));
    }

    private static String line(String participant) {
        return WrittenStatement.json(StatementBuilder.aStatement()
                .by(participant)
                .gender(Gender.FEMALE)
                .ageBand("30–39")
                .build());
    }

    @MethodSource("seeds")
    @FuzzTest
    void shouldAcceptOrRejectEachLine(byte[] bytes) throws Exception {
        INPUTS.run(() -> {
            FuzzedFile whole = FuzzedFile.of(NAME, bytes);
            // a rejected line may start with the byte order mark of UTF-16; a line before it keeps the file in UTF-8
            boolean isUtf16 = FileStart.of(new BufferedInputStream(new ByteArrayInputStream(bytes)))
                            .encoding()
                    != null;
            whole.checkRejects(NAME, isUtf16 ? "" : line("before") + "\n");
            whole.checkWritten(NAME, "", WrittenStatement::json);
            FuzzedFile between = FuzzedFile.of(NAME, between(bytes));
            between.checkRejects(NAME, line("before") + "\n");
            assertThat(between.statements())
                    .extracting(statement -> statement.participantRef().value())
                    .startsWith("first")
                    .endsWith("last");
        });
    }

    private static byte[] between(byte[] lines) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((line("first") + "\n").getBytes(UTF_8));
        file.writeBytes(lines);
        file.writeBytes(("\n" + line("last") + "\n").getBytes(UTF_8));
        return file.toByteArray();
    }

    @AfterAll
    static void report() {
        INPUTS.report();
    }
}
