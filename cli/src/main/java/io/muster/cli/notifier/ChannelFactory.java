package io.muster.cli.notifier;

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
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Makes the channels of receivers from their settings. */
final class ChannelFactory {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ALERTS = "/api/v2/alerts";
    private static final int LAST_PORT = 65_535;

    private final CredentialsReader secrets;
    private final HttpClient http;
    private final PrintWriter out;

    ChannelFactory(CredentialsReader secrets, HttpClient http, PrintWriter out) {
        this.secrets = secrets;
        this.http = http;
        this.out = out;
    }

    Channel log() {
        return new LogChannel(out);
    }

    Channel webhook(ReceiverSettings fields) {
        return new WebhookChannel(post(fields, url(fields)));
    }

    Channel alertmanager(ReceiverSettings fields, Duration resend) {
        String base = url(fields).toString().replaceFirst("/+$", "");
        return new AlertmanagerChannel(post(fields, URI.create(base + ALERTS)), resend);
    }

    private HttpPost post(ReceiverSettings fields, URI url) {
        return new HttpPost(http, url, secrets.ofHttp(fields), fields.duration("timeout", PATIENCE));
    }

    Channel mail(ReceiverSettings fields) {
        Security security = fields.choice(
                "security", Security.class, fields.text("security").orElse("starttls"));
        MailServer server = new MailServer(
                fields.required("host"),
                port(fields, security),
                security,
                secrets.login(fields),
                fields.duration("timeout", PATIENCE));
        return new MailChannel(server, address(fields, "from", fields.required("from")), addresses(fields));
    }

    private static int port(ReceiverSettings fields, Security security) {
        String usual = switch (security) {
            case NONE -> "25";
            case STARTTLS -> "587";
            case TLS -> "465";
        };
        String text = fields.text("port").orElse(usual);
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LAST_PORT) {
            throw fields.wrong("port", "is '" + text + "', and must be from 1 to " + LAST_PORT);
        }
        return Integer.parseInt(text);
    }

    private static List<InternetAddress> addresses(ReceiverSettings fields) {
        fields.required("to");
        return fields.names("to").stream()
                .map(address -> address(fields, "to", address))
                .toList();
    }

    private static InternetAddress address(ReceiverSettings fields, String key, String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            if (!address.getAddress().contains("@")) {
                throw new AddressException("there is no @ in it");
            }
            return address;
        } catch (AddressException e) {
            throw fields.wrong(key, "is '" + text + "', which is no address: " + e.getMessage());
        }
    }

    private static URI url(ReceiverSettings fields) {
        String text = fields.required("url");
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw fields.wrong("url", "is no address: " + e.getMessage());
        }
        if (url.getHost() == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw fields.wrong("url", "is '" + text + "', and must be one such as https://example.org/hook");
        }
        if (url.getUserInfo() != null) {
            throw fields.wrong(
                    "url", "holds a password, which is refused: use user, and password-file=PATH or password-env=NAME");
        }
        return url;
    }
}
