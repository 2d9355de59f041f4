package io.muster.e2e.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.muster.domain.AreaId;
import io.muster.domain.tally.AreaRow;
import io.muster.e2e.PublishedRows;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.dashboard.Browser.Size;
import io.muster.e2e.dashboard.Browser.Visit;
import io.muster.e2e.process.Counting;
import io.muster.e2e.process.DashboardInstance;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.ShortSessions;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page in a real browser during the drive of 2023. {@code -Dscreenshots=FOLDER} sets where screenshots are kept.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // fields are set before all tests
class PageIT {

    private static final String CAMPAIGN = "bac-giang-2023";
    private static final String ROOT = "bac-giang";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int PARTS = 4;
    private static final int SOME_LINES = 40;
    private static final String[] FIELDS = {
        "enrolled", "target", "attainmentPercent", "today", "last7Days", "rankByCount"
    };

    @TempDir
    private static Path folder;

    private final Backend backend = new EmbeddedBackend();
    private Launcher muster;
    private Sample sample;
    private StreamsInstance streams;
    private DashboardInstance dashboard;
    private Browser browser;
    private Path pictures;

    @BeforeAll
    void start() throws Exception {
        browser = Browser.start();
        pictures = Files.createDirectories(Path.of(System.getProperty("screenshots", "target/screenshots")));
        sample = Sample.read(CAMPAIGN);
        muster = Launcher.in(folder).connectedTo(backend.connection());
        muster.succeed("topics");
        muster.succeed("apply", sample.folder().toString());
        streams = StreamsInstance.start(muster, folder.resolve("state"), ShortSessions.and());
        streams.awaitReady();
        dashboard = DashboardInstance.start(muster);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (dashboard != null) {
            dashboard.close();
        }
        if (streams != null) {
            streams.close();
        }
        backend.close();
    }

    @Test
    @Order(1)
    void shouldShowTheFiguresOfTheTopicsWhileStatementsAreSent() throws Exception {
        send(0);
        try (Visit visit = browser.visit(dashboard.at(""), Size.DESKTOP, "vi-VN", ColorScheme.LIGHT)) {
            Page page = visit.page();
            awaitTable(page, ROOT);
            page.evaluate("document.querySelectorAll('tr[data-area]').forEach(row => row.isTheSame = true)");
            page.evaluate("scrollTo(0, 120)");
            Set<String> seen = new HashSet<>();
            for (int part = 1; part < PARTS; part++) {
                seen.add(headline(page, "enrolled"));
                send(part);
                awaitTable(page, ROOT);
            }
            seen.add(headline(page, "enrolled"));

            assertThat(seen).hasSize(PARTS);
            assertThat(headline(page, "enrolled")).isEqualTo("1928");
            assertThat(page.locator("tr[data-area]").evaluateAll("rows => rows.every(row => row.isTheSame)"))
                    .as("rows are updated in place")
                    .isEqualTo(true);
            // when a line is added above, the browser scrolls by its height to keep the visible part in place
            assertThat((Integer) page.evaluate("scrollY")).as("no scrolling").isCloseTo(120, within(SOME_LINES));
            assertThat(visit.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({"PHONE, vi, LIGHT", "PHONE, en, DARK", "DESKTOP, vi, DARK", "DESKTOP, en, LIGHT", "WALL, vi, DARK"})
    void shouldBeReadableAndUsable(Size size, String language, ColorScheme scheme) {
        try (Visit visit = browser.visit(dashboard.at(""), size, language, scheme)) {
            Page page = visit.page();
            awaitTable(page, ROOT);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            picture(page, "page-" + size.name().toLowerCase(java.util.Locale.ROOT) + "-" + language);
            assertAccessible(page);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("no horizontal overflow")
                    .isTrue();

            page.locator("[data-open='yen-dung']").first().click();
            awaitTable(page, "yen-dung");
            assertAccessible(page);
            page.locator("[data-crumb]").first().click();
            awaitTable(page, ROOT);
            assertThat(visit.errors()).isEmpty();
        }
    }

    @Test
    @Order(3)
    void shouldNeverRoundUnfinishedToHundredOrStartedToZeroPercent() {
        try (Visit visit = browser.visit(dashboard.at(""), Size.DESKTOP, "en-GB", ColorScheme.LIGHT)) {
            awaitTable(visit.page(), ROOT);

            assertThat(visit.page().evaluate("""
                            async () => {
                              const page = document.querySelector('script[type=module]').src;
                              const { percent } = await import(new URL('format.js', page));
                              const pairs = [[24999, 25000], [24999, 25000, 1], [24999, 25000, 0],
                                [1, 25000], [25000, 25000], [0, 9]];
                              return pairs.map((pair) => percent(...pair)).join(' ');
                            }""")).isEqualTo("99.99% 99.9% 99% 0.01% 100.00% 0.00%");
        }
    }

    @Test
    @Order(3)
    void shouldSortSearchAndChangeTheLanguage() {
        try (Visit visit = browser.visit(dashboard.at(""), Size.DESKTOP, "en-GB", ColorScheme.LIGHT)) {
            Page page = visit.page();
            awaitTable(page, ROOT);
            assertThat(order(page)).startsWith("yen-dung", "hiep-hoa", "luc-ngan");

            page.locator("[data-sort='rate']").click();
            await().atMost(LIMIT).untilAsserted(() -> assertThat(order(page)).startsWith("son-dong", "yen-dung"));

            page.locator("[data-panel='search'] input").fill("nham bien");
            assertThat(page.locator("[data-panel='search'] [data-area], [data-panel='search'] a,"
                                    + " [data-panel='search'] [role='option']")
                            .first())
                    .containsText("Nham Biền");
            page.locator("[data-panel='search'] input").fill("");

            page.locator("[data-lang='vi']").click();
            assertThat(page.locator("html")).hasAttribute("lang", "vi");
            assertThat(page.locator("[data-headline='attainmentPercent']")).containsText("58,69");
            page.locator("[data-lang='en']").click();
            assertThat(page.locator("[data-headline='attainmentPercent']")).containsText("58.69");
            assertThat(visit.errors()).isEmpty();
        }
    }

    @Test
    @Order(4)
    void shouldReportALostConnectionAndReconnect() throws Exception {
        try (Visit visit = browser.visit(dashboard.at(""), Size.DESKTOP, "en-GB", ColorScheme.LIGHT)) {
            Page page = visit.page();
            awaitTable(page, ROOT);
            int port = dashboard.port();
            dashboard.process().kill();
            Locator lost = page.locator("[data-banner='lost']");
            assertThat(lost)
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(15_000));

            muster.succeed("send", statement().toString());
            dashboard = DashboardInstance.start(muster, port);

            assertThat(lost)
                    .not()
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(30_000));
            awaitTable(page, ROOT);
            assertThat(headline(page, "enrolled")).isEqualTo("1929");
        }
    }

    /** Waits until the table shows the published rows of the areas directly below one. */
    private void awaitTable(Page page, String parent) {
        new Counting(backend.connection(), "muster", List.of(streams)).awaitEverything();
        Map<String, Map<String, String>> published = new TreeMap<>();
        for (AreaRow row : PublishedRows.read(backend.connection()).areas().values()) {
            if (parent.equals(AreaId.valueOrNull(row.parentId()))) {
                published.put(row.areaId().value(), Shown.of(row, FIELDS));
            }
        }
        await().atMost(LIMIT).untilAsserted(() -> {
            Map<String, Map<String, String>> shown = new TreeMap<>();
            Shown.on(page).forEach((areaId, fields) -> {
                Map<String, String> wanted = new HashMap<>(fields);
                wanted.keySet().retainAll(List.of(FIELDS));
                shown.put(areaId, wanted);
            });
            assertThat(shown).isEqualTo(published);
        });
    }

    private static String headline(Page page, String figure) {
        return page.locator("[data-headline='" + figure + "']").getAttribute("data-value");
    }

    @SuppressWarnings("unchecked") // the script returns this type
    private static List<String> order(Page page) {
        return (List<String>) page.locator("tr[data-area]").evaluateAll("rows => rows.map(row => row.dataset.area)");
    }

    private static void assertAccessible(Page page) {
        var serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(violation -> Set.of("serious", "critical").contains(violation.getImpact()))
                        .map(violation -> violation.getId() + ": " + violation.getNodes())
                        .toList();
        assertThat(serious).isEmpty();
    }

    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")));
    }

    private void send(int part) throws Exception {
        List<String> lines = Files.readAllLines(sample.enrollments());
        int from = 1 + (lines.size() - 1) * part / PARTS;
        int to = 1 + (lines.size() - 1) * (part + 1) / PARTS;
        Path file = folder.resolve("part-" + part + ".csv");
        Files.write(file, List.of(lines.get(0)));
        Files.write(file, lines.subList(from, to), java.nio.file.StandardOpenOption.APPEND);
        muster.succeed("send", file.toString());
    }

    private Path statement() throws Exception {
        Path file = folder.resolve("one.csv");
        Files.write(
                file,
                List.of(
                        "campaignId,participantRef,status,areaId,enrolledOn,recordedAt,source",
                        CAMPAIGN + ",one-more,ENROLLED,yen-dung,2023-05-18,2023-05-18T10:00:00+07:00,office"));
        return file;
    }
}
