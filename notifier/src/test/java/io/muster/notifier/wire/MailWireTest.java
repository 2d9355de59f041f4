package io.muster.notifier.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.muster.notifier.Message;
import io.muster.notifier.wire.MailServer.Security;
import io.muster.report.wording.Language;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailWireTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void shouldSendAMailThatCanBeReadToEverybodyItIsFor() throws Exception {
        Message message = Messages.sample(Language.VI);

        wire(Security.NONE, new Credentials.None()).deliver(message);

        assertThat(server.getReceivedMessages()).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.getSubject()).isEqualTo(message.subject()).contains("chậm tiến độ");
            assertThat(mail.getContent().toString())
                    .contains(message.items().get(0).text())
                    .contains(message.key());
            assertThat(mail.getFrom()).containsExactly(new InternetAddress("muster@example.org"));
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getHeader("X-Muster-Keys"))
                    .containsExactly(message.items().get(0).key());
        });
    }

    @Test
    void shouldKeepTheMessageIdOfAMailThatIsSentAgain() throws Exception {
        Message message = Messages.sample(Language.EN);
        MailWire wire = wire(Security.NONE, new Credentials.None());

        wire.deliver(message);
        wire.deliver(message);

        assertThat(Arrays.stream(server.getReceivedMessages())
                        .map(MailWireTest::id)
                        .distinct())
                .containsExactly("<" + message.key() + "@example.org>");
    }

    @Test
    void shouldShowUserAndPassword() throws Exception {
        server.setUser("muster", "secret");

        wire(Security.NONE, new Credentials.Login("muster", () -> "secret")).deliver(Messages.sample(Language.EN));
        assertThat(server.getReceivedMessages()).hasSize(2);

        UndeliveredException refused =
                undelivered(wire(Security.NONE, new Credentials.Login("muster", () -> "guessed")));
        assertThat(refused).hasMessageContaining("127.0.0.1").hasMessageNotContaining("guessed");
    }

    @Test
    void shouldSendNothingWhereTlsIsWantedAndNotOffered() throws FolderException {
        assertThat(undelivered(wire(Security.STARTTLS, new Credentials.None()))).hasMessageContaining("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void shouldSayThatNobodyAnswers() {
        MailWire wire = wire(Security.NONE, new Credentials.None());
        server.stop();

        UndeliveredException failure = undelivered(wire);

        assertThat(failure.isAnswered()).isFalse();
        assertThat(failure).hasMessageContaining("cannot be used");
    }

    private static UndeliveredException undelivered(MailWire wire) {
        return catchThrowableOfType(UndeliveredException.class, () -> wire.deliver(Messages.sample(Language.EN)));
    }

    private MailWire wire(Security security, Credentials credentials) {
        try {
            return new MailWire(
                    new MailServer(
                            "127.0.0.1", server.getSmtp().getPort(), security, credentials, Duration.ofSeconds(5)),
                    new InternetAddress("muster@example.org"),
                    List.of(new InternetAddress("a@example.org"), new InternetAddress("b@example.org")));
        } catch (jakarta.mail.internet.AddressException e) {
            throw new AssertionError(e);
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
