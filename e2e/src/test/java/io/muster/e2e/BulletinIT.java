package io.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.domain.oracle.ExpectedCorrections;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.sample.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The bulletin of 18 May 2023, printed by the command of a press office. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // fields are set before all tests
class BulletinIT {

    private static final String CAMPAIGN = "bac-giang-2023";

    private final Backend backend = new EmbeddedBackend();

    @TempDir
    private static Path folder;

    private Pipeline pipeline;

    @BeforeAll
    void sendTheSample() throws Exception {
        pipeline = new Pipeline(backend.connection(), Sample.read(CAMPAIGN), folder);
    }

    @AfterAll
    void endEverything() {
        if (pipeline != null) {
            pipeline.close();
        }
        backend.close();
    }

    @Test
    void shouldPrintTheFiguresThatNewspapersPublished() throws Exception {
        assertThat(report("--lang", "vi"))
                .contains("có 1.928 người tham gia mới, đạt 58,69% kế hoạch (3.285 người).")
                .contains("(từ ngày 12/5 đến ngày 18/5/2023) có 1.074 người tham gia mới")
                .contains("số người tham gia mới: Yên Dũng 318 người, Hiệp Hòa 302 người, Lục Ngạn 268 người")
                .contains("tỷ lệ thực hiện kế hoạch: Sơn Động 112,67%, Yên Dũng 111,58%")
                .contains("mục tiêu (52.139 người)");
        assertThat(report("--lang", "en"))
                .contains("1,928 new participants, 58.69% of the plan of 3,285.")
                .contains("In the seven days from 12 to 18 May 2023: 1,074")
                .contains("of the 52,139 aimed at");
    }

    @Test
    void shouldPrintEveryOutputFormat() throws Exception {
        assertThat(report("-o", "html", "--lang", "vi"))
                .contains("1.928", "58,69%", "1.074", "112,67%")
                .contains("class=\"curve\"");
        assertThat(report("-o", "csv")).hasLineCount(11).contains(",yen-dung,Yên Dũng,318,");
        assertThat(read(report("-o", "json")).at("/area/enrolled").asLong()).isEqualTo(1_928);
    }

    @Test
    void shouldCountWithdrawalsSinceADayOrOfTheLastDay() throws Exception {
        JsonNode all = read(report("--since", "2023-04-29", "-o", "json")).at("/corrections");
        JsonNode ofTheDay = read(report("-o", "json")).at("/corrections");

        assertThat(all.at("/withdrawn").asLong()).isEqualTo(withdrawals()).isPositive();
        assertThat(ofTheDay.at("/from").asText()).isEqualTo("2023-05-18");
        assertThat(ofTheDay.at("/withdrawn").asLong())
                .isLessThan(all.at("/withdrawn").asLong());
    }

    private long withdrawals() {
        Map<String, Statement> byEvent = pipeline.sample().statements().stream()
                .collect(Collectors.toMap(
                        statement -> statement.eventId().toString(), statement -> statement, (one, same) -> one));
        return ExpectedCorrections.of(pipeline.sample().statements()).stream()
                .map(change -> Objects.requireNonNull(byEvent.get(change.to())))
                .filter(statement -> statement.status() == Status.WITHDRAWN)
                .count();
    }

    private String report(String... options) throws Exception {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"report", CAMPAIGN, "--as-of", "2023-05-18"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return pipeline.muster().succeed(arguments).out();
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }
}
