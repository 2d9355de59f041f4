package io.muster.e2e.dashboard;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    /** Size of the window. */
    enum Size {
        PHONE(390, 844),
        DESKTOP(1440, 900),
        WALL(1920, 1080);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /**
     * @throws org.opentest4j.TestAbortedException if it is not installed, except with {@code CI=true}, where it is
     *     required
     */
    static Browser start() {
        boolean installed = Files.isExecutable(CHROMIUM);
        if ("true".equals(System.getenv("CI")) && !installed) {
            throw new AssertionError(CHROMIUM + " is missing: apt-get install chromium");
        }
        Assumptions.assumeTrue(installed, "needs Debian's package chromium, which is not installed");
        return new Browser();
    }

    /** Opens the page in a fresh profile. */
    Visit visit(URI address, Size size, String language, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(size.width, size.height)
                .setLocale(language)
                .setColorScheme(scheme)
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        return new Visit(context, address);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** One window and its console. */
    static final class Visit implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final List<String> errors = new ArrayList<>();

        private Visit(BrowserContext context, URI address) {
            this.context = context;
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text() + " " + message.location());
                }
            });
            page.onPageError(errors::add);
            page.onRequest(request -> {
                if (!request.url().startsWith(address.toString())
                        && !request.url().startsWith("data:")) {
                    errors.add("asks " + request.url());
                }
            });
            page.navigate(address.toString());
        }

        Page page() {
            return page;
        }

        /** Console errors, and requests to other hosts. */
        List<String> errors() {
            return List.copyOf(errors);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
