package io.muster.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.muster.notifier.Message;
import io.muster.notifier.channel.DeliveryFailedException.Reason;
import io.muster.notifier.channel.MailServer.Security;
import io.muster.report.wording.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailChannelTest {

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
    void shouldSendAReadableMailToEveryRecipient() throws Exception {
        Message message = SampleMessages.sample(Language.VI);

        channel(Security.NONE, new Credentials.None()).deliver(message);

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
    void shouldKeepTheMessageIdOfARetry() throws Exception {
        Message message = SampleMessages.sample(Language.EN);
        MailChannel channel = channel(Security.NONE, new Credentials.None());

        channel.deliver(message);
        channel.deliver(message);

        assertThat(Arrays.stream(server.getReceivedMessages())
                        .map(MailChannelTest::id)
                        .distinct())
                .containsExactly("<" + message.key() + "@example.org>");
    }

    @Test
    void shouldAuthenticateWithUserAndPassword() throws Exception {
        server.setUser("muster", "secret");

        channel(Security.NONE, new Credentials.Login("muster", () -> "secret"))
                .deliver(SampleMessages.sample(Language.EN));
        assertThat(server.getReceivedMessages()).hasSize(2);

        DeliveryFailedException refused =
                failure(channel(Security.NONE, new Credentials.Login("muster", () -> "guessed")));
        assertThat(refused).hasMessageContaining("127.0.0.1").hasMessageNotContaining("guessed");
    }

    @Test
    void shouldSendNothingIfRequiredTlsIsNotOffered() throws FolderException {
        assertThat(failure(channel(Security.STARTTLS, new Credentials.None()))).hasMessageContaining("STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void shouldReportAnUnreachableServer() {
        MailChannel channel = channel(Security.NONE, new Credentials.None());
        server.stop();

        DeliveryFailedException failure = failure(channel);

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("failed");
    }

    private static DeliveryFailedException failure(MailChannel channel) {
        return catchThrowableOfType(
                DeliveryFailedException.class, () -> channel.deliver(SampleMessages.sample(Language.EN)));
    }

    private MailChannel channel(Security security, Credentials credentials) {
        try {
            return new MailChannel(
                    new MailServer(
                            "127.0.0.1", server.getSmtp().getPort(), security, credentials, Duration.ofSeconds(5)),
                    new InternetAddress("muster@example.org"),
                    List.of(new InternetAddress("a@example.org"), new InternetAddress("b@example.org")));
        } catch (AddressException e) {
            throw new AssertionError(e);
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
