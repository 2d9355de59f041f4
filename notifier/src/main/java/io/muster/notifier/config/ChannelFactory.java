package io.muster.notifier.config;

import io.muster.notifier.channel.AlertmanagerChannel;
import io.muster.notifier.channel.Channel;
import io.muster.notifier.channel.HttpPost;
import io.muster.notifier.channel.LogChannel;
import io.muster.notifier.channel.MailChannel;
import io.muster.notifier.channel.MailServer;
import io.muster.notifier.channel.MailServer.Security;
import io.muster.notifier.channel.WebhookChannel;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Creates the channels of receivers from their settings. */
final class ChannelFactory {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);
    private static final String ALERTMANAGER_PATH = "/api/v2/alerts";
    private static final int MAX_PORT = 65_535;

    private final CredentialsReader credentials;
    private final HttpClient http;
    private final PrintWriter out;

    ChannelFactory(CredentialsReader credentials, PrintWriter out) {
        this.credentials = credentials;
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        this.out = out;
    }

    Channel log() {
        return new LogChannel(out);
    }

    Channel webhook(ReceiverSettings settings) {
        return new WebhookChannel(post(settings, url(settings)));
    }

    Channel alertmanager(ReceiverSettings settings, Duration resendInterval) {
        String base = url(settings).toString().replaceFirst("/+$", "");
        return new AlertmanagerChannel(post(settings, URI.create(base + ALERTMANAGER_PATH)), resendInterval);
    }

    private HttpPost post(ReceiverSettings settings, URI url) {
        return new HttpPost(
                http, url, credentials.tokenOrLogin(settings), settings.duration("timeout", RESPONSE_TIMEOUT));
    }

    Channel mail(ReceiverSettings settings) {
        Security security = settings.choice(
                "security", Security.class, settings.text("security").orElse("starttls"));
        MailServer server = new MailServer(
                settings.required("host"),
                port(settings, security),
                security,
                credentials.login(settings),
                settings.duration("timeout", RESPONSE_TIMEOUT));
        return new MailChannel(server, address(settings, "from", settings.required("from")), recipients(settings));
    }

    private static int port(ReceiverSettings settings, Security security) {
        String defaultPort = switch (security) {
            case NONE -> "25";
            case STARTTLS -> "587";
            case TLS -> "465";
        };
        String text = settings.text("port").orElse(defaultPort);
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_PORT) {
            throw settings.problem("port", "is '" + text + "', but must be a number from 1 to " + MAX_PORT);
        }
        return Integer.parseInt(text);
    }

    private static List<InternetAddress> recipients(ReceiverSettings settings) {
        settings.required("to");
        return settings.list("to").stream()
                .map(address -> address(settings, "to", address))
                .toList();
    }

    private static InternetAddress address(ReceiverSettings settings, String key, String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            if (!address.getAddress().contains("@")) {
                throw new AddressException("missing @");
            }
            return address;
        } catch (AddressException e) {
            throw settings.problem(key, "is '" + text + "', which is not a mail address: " + e.getMessage());
        }
    }

    private static URI url(ReceiverSettings settings) {
        String text = settings.required("url");
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw settings.problem("url", "is not a URL: " + e.getMessage());
        }
        if (url.getHost() == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw settings.problem(
                    "url", "is '" + text + "', but must be an HTTP URL such as https://example.org/hook");
        }
        if (url.getUserInfo() != null) {
            throw settings.problem(
                    "url",
                    "contains a password, which is not allowed: set user, and password-file=PATH or password-env=NAME");
        }
        return url;
    }
}
