package io.muster.notifier.channel;

import io.muster.contract.failure.Causes;
import io.muster.notifier.Message;
import io.muster.notifier.Message.Item;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** Sends plain-text e-mail. The Message-ID is derived from the message key, so a retry has the same one. */
public final class MailChannel implements Channel {

    private final MailServer server;
    private final InternetAddress from;
    private final List<InternetAddress> to;

    /** @param to at least one address */
    public MailChannel(MailServer server, InternetAddress from, List<InternetAddress> to) {
        this.server = server;
        this.from = from;
        this.to = List.copyOf(to);
    }

    @Override
    public void deliver(Message message) throws DeliveryFailedException {
        String where = "mail server " + server.host() + ":" + server.port();
        Session session = Session.getInstance(server.properties());
        try (Transport transport = session.getTransport()) {
            connect(transport);
            MimeMessage mail = mail(session, message);
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (SendFailedException e) {
            throw DeliveryFailedException.refused(where + " refused the mail: " + reason(e), null, e);
        } catch (MessagingException e) {
            throw DeliveryFailedException.unreachable(where + " failed: " + reason(e), e);
        }
    }

    private void connect(Transport transport) throws MessagingException, DeliveryFailedException {
        if (server.credentials() instanceof Credentials.Login login) {
            transport.connect(login.user(), login.password().reveal());
        } else {
            transport.connect();
        }
    }

    private MimeMessage mail(Session session, Message message) throws MessagingException {
        MimeMessage mail = new KeyedMail(session, "<" + message.key() + "@" + domain() + ">");
        mail.setFrom(from);
        mail.setRecipients(MimeMessage.RecipientType.TO, to.toArray(InternetAddress[]::new));
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(message.at()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Muster-Keys", message.items().stream().map(Item::key).collect(Collectors.joining(",\r\n ")));
        mail.setText(text(message), StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    private static String text(Message message) {
        return message.items().stream().map(item -> item.text() + "\n\n").collect(Collectors.joining()) + "-- \n"
                + message.footer() + "\n";
    }

    private String domain() {
        String address = from.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private static String reason(MessagingException e) {
        return Causes.rootMessage(e).strip();
    }

    /** A mail with a given Message-ID instead of a random one. */
    private static final class KeyedMail extends MimeMessage {

        private final String id;

        KeyedMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
