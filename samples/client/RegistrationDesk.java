import io.muster.client.EnrollmentClient;
import io.muster.client.Registration;
import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.participant.ParticipantRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/** Tells Muster that somebody enrolled. What record has returned for is safe, with or without a network. */
public final class RegistrationDesk {

    public static void main(String... arguments) throws Exception {
        ParticipantKey key = ParticipantKey.parse(Files.readString(Path.of("participant.key")));
        try (EnrollmentClient client = EnrollmentClient.builder()
                .bootstrapServers(System.getenv("MUSTER_BOOTSTRAP_SERVERS"))
                .registryUrl(System.getenv("MUSTER_SCHEMA_REGISTRY_URL"))
                .source("yen-dung-office").zone(ZoneId.of("Asia/Ho_Chi_Minh")).campaign("bac-giang-2023")
                .spool(Path.of("registrations.spool")).open()) {
            client.record(Registration.enrolled(ParticipantRef.of("024 183 001 234", key)).in("yen-dung"));
            System.out.println(client.flush(Duration.ofSeconds(20)) ? "sent" : client.status());
        }
    }
}
