package io.muster.notifier.channel;

import java.time.Duration;
import java.util.Properties;

/**
 * An SMTP server.
 *
 * @param timeout for connecting, reading and writing, each
 */
public record MailServer(String host, int port, Security security, Credentials credentials, Duration timeout) {

    /** How the connection is encrypted. */
    public enum Security {
        /** Unencrypted. */
        NONE,
        /** Encrypted with STARTTLS; fails if the server does not offer it. */
        STARTTLS,
        /** TLS from the start of the connection. */
        TLS
    }

    boolean needsLogin() {
        return credentials instanceof Credentials.Login;
    }

    Properties properties() {
        Properties properties = new Properties();
        String millis = Long.toString(timeout.toMillis());
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", Boolean.toString(needsLogin()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
