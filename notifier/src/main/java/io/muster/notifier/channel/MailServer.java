package io.muster.notifier.channel;

import java.time.Duration;
import java.util.Properties;

/**
 * A server that takes mail.
 *
 * @param patience how long to wait for it, at each step
 */
public record MailServer(String host, int port, Security security, Credentials credentials, Duration patience) {

    /** How what is sent to it is kept from others. */
    public enum Security {
        /** Not at all. */
        NONE,
        /** With STARTTLS; a server that does not offer it is not used. */
        STARTTLS,
        /** With TLS from the beginning. */
        TLS
    }

    boolean needsLogin() {
        return credentials instanceof Credentials.Login;
    }

    Properties properties() {
        Properties properties = new Properties();
        String millis = Long.toString(patience.toMillis());
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
