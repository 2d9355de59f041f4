package io.muster.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.muster.client.EnrollmentPublisher;
import io.muster.client.PublisherSettings;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the time from the acknowledgement of a statement until the headline of the page counts it. Every statement
 * enrolls a new participant, so the n-th acknowledged one is visible when the page shows n.
 *
 * <p>Arguments: bootstrap servers, registry URL, URL of the page, statements per second, seconds.
 */
public final class PageFreshness {

    private static final CampaignId CAMPAIGN = new CampaignId("bac-giang-2024");
    private static final AreaId YEN_DUNG = new AreaId("yen-dung");
    private static final AreaId HIEP_HOA = new AreaId("hiep-hoa");
    private static final LocalDate DAY = LocalDate.parse("2024-04-10");
    private static final Instant RECORDED_AT = Instant.parse("2024-04-10T05:00:00Z");
    private static final int WARM_UP_SECONDS = 10;
    private static final int PAUSE_MILLIS = 200;
    private static final String NOTE_COUNTS = """
            () => {
              window.shown = [];
              const figure = document.querySelector("[data-headline='enrolled']");
              const note = () => window.shown.push([Number(figure.dataset.value), Date.now()]);
              new MutationObserver(note).observe(figure, { attributes: true, attributeFilter: ['data-value'] });
              note();
            }
            """;

    private PageFreshness() {}

    public static void main(String... arguments) throws InterruptedException {
        int rate = Integer.parseInt(arguments[3]);
        int count = rate * (Integer.parseInt(arguments[4]) + WARM_UP_SECONDS);
        ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
                EnrollmentPublisher publisher = new EnrollmentPublisher(
                        PublisherSettings.to(arguments[0], arguments[1]), InstantSource.system())) {
            Page page = browser.newPage();
            page.navigate(arguments[2]);
            page.waitForSelector("[data-headline='enrolled'][data-value]");
            page.evaluate(NOTE_COUNTS);
            send(publisher, rate, count, acknowledged);
            while (!(Boolean) page.evaluate("shown.some(([count]) => count >= " + count + ")")) {
                page.waitForTimeout(PAUSE_MILLIS);
            }
            report(
                    page,
                    acknowledged.stream().mapToLong(Long::longValue).sorted().toArray(),
                    rate);
        }
    }

    private static void send(
            EnrollmentPublisher publisher, int rate, int count, ConcurrentLinkedQueue<Long> acknowledged) {
        long startedAt = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = startedAt + TimeUnit.SECONDS.toNanos(1) * i / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            var unused = publisher
                    .send(new Statement(
                            new UUID(1, i),
                            new Statement.Subject(CAMPAIGN, new ParticipantRef("page-" + i)),
                            1,
                            Status.ENROLLED,
                            i % 2 == 0 ? YEN_DUNG : HIEP_HOA,
                            new Statement.Times(DAY, RECORDED_AT, RECORDED_AT),
                            "benchmark",
                            Segments.NONE))
                    .thenRun(() -> acknowledged.add(System.currentTimeMillis()));
        }
        publisher.flush();
    }

    @SuppressWarnings("unchecked") // the script returns this type
    private static void report(Page page, long[] acknowledged, int rate) {
        List<List<Number>> shown = (List<List<Number>>) page.evaluate("shown");
        int first = rate * WARM_UP_SECONDS;
        long[] latencies = new long[acknowledged.length - first];
        int next = 0;
        for (int i = first; i < acknowledged.length; i++) {
            while (shown.get(next).get(0).longValue() < i + 1) {
                next++;
            }
            latencies[i - first] = shown.get(next).get(1).longValue() - acknowledged[i];
        }
        Arrays.sort(latencies);
        System.out.printf(
                "%d statements at %d/s, from acknowledgement to the page: p50 %d ms, p90 %d ms, p99 %d ms, max %d ms%n",
                latencies.length,
                rate,
                at(latencies, 0.50),
                at(latencies, 0.90),
                at(latencies, 0.99),
                at(latencies, 1));
    }

    private static long at(long[] sorted, double quantile) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * quantile))];
    }
}
