package io.muster.client;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.domain.statement.Versions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration of one participant, built step by step. Participant and area are required, and so is the campaign if
 * the client has no default. The defaults of the other fields are those of a registration made now. Values are checked
 * when the registration is recorded, and the participant reference, the ids and the segments are then brought to their
 * canonical form. Not thread-safe.
 */
public final class Registration {

    private final Status status;
    private final ParticipantRef participant;
    private @Nullable String areaId;
    private @Nullable String campaignId;
    private @Nullable Instant enrolledAt;
    private @Nullable LocalDate enrolledOn;
    private @Nullable Instant recordedAt;
    private @Nullable Long version;
    private @Nullable UUID eventId;
    private Gender gender = Gender.UNDISCLOSED;
    private @Nullable String ageBand;
    private @Nullable String occupation;
    private @Nullable String incomeBand;

    private Registration(Status status, ParticipantRef participant) {
        this.status = status;
        this.participant = participant;
    }

    /** The participant is enrolled. To correct the area or day of an earlier enrollment, record another one. */
    public static Registration enrolled(ParticipantRef participant) {
        return new Registration(Status.ENROLLED, participant);
    }

    /** The participant is not enrolled, or no longer enrolled. */
    public static Registration withdrawn(ParticipantRef participant) {
        return new Registration(Status.WITHDRAWN, participant);
    }

    /** Id of the most specific area known. */
    public Registration in(String area) {
        this.areaId = area;
        return this;
    }

    /** Overrides the default campaign of the client. */
    public Registration campaign(String campaign) {
        this.campaignId = campaign;
        return this;
    }

    /** When the participant enrolled or withdrew, to the millisecond. Defaults to {@code recordedAt}. */
    public Registration enrolledAt(Instant moment) {
        this.enrolledAt = moment;
        return this;
    }

    /** The local day of the registration. Defaults to the day of {@code enrolledAt} in the zone of the client. */
    public Registration enrolledOn(LocalDate day) {
        this.enrolledOn = day;
        return this;
    }

    /** When the registration system recorded it. Defaults to now. */
    public Registration recordedAt(Instant moment) {
        this.recordedAt = moment;
        return this;
    }

    /**
     * Version among the statements about this participant in this campaign; the highest one wins. Defaults to the
     * microseconds of {@code recordedAt}, or to one more than the last version this client gave to the participant,
     * whichever is higher.
     */
    public Registration version(long number) {
        this.version = number;
        return this;
    }

    /** Idempotency key: recording the same event id again changes nothing. Defaults to a random UUID. */
    public Registration eventId(UUID id) {
        this.eventId = id;
        return this;
    }

    public Registration gender(Gender value) {
        this.gender = value;
        return this;
    }

    public Registration ageBand(String value) {
        this.ageBand = value;
        return this;
    }

    public Registration occupation(String value) {
        this.occupation = value;
        return this;
    }

    public Registration incomeBand(String value) {
        this.incomeBand = value;
        return this;
    }

    boolean hasVersion() {
        return version != null;
    }

    /** @throws StatementRefusedException if a required field is missing */
    Statement statement(ClientDefaults defaults, Instant now) {
        Instant recorded = recordedAt == null ? now : recordedAt;
        Instant enrolled = (enrolledAt == null ? recorded : enrolledAt).truncatedTo(ChronoUnit.MILLIS);
        Statement statement = new Statement(
                eventId == null ? UUID.randomUUID() : eventId,
                new Statement.Subject(
                        require("campaignId", campaignId == null ? defaults.campaignId() : new CampaignId(campaignId)),
                        participant),
                version == null ? Versions.of(recorded) : version,
                status,
                new AreaId(require("areaId", areaId)),
                new Statement.Times(
                        enrolledOn == null ? dayOf(enrolled, defaults.zone()) : enrolledOn,
                        enrolled,
                        recorded.truncatedTo(ChronoUnit.MILLIS)),
                defaults.source(),
                new Segments(gender, ageBand, occupation, incomeBand));
        return statement.canonical();
    }

    private static LocalDate dayOf(Instant enrolled, ZoneId zone) {
        try {
            return LocalDate.ofInstant(enrolled, zone);
        } catch (DateTimeException e) {
            throw new StatementRefusedException(new Rejection(
                    Rejection.Reason.YEAR_OUT_OF_RANGE,
                    "enrolledAt",
                    enrolled.toString(),
                    "is outside the range of the calendar"));
        }
    }

    private static <T> T require(String field, @Nullable T value) {
        if (value == null) {
            throw new StatementRefusedException(Rejection.of(Rejection.Reason.INVALID_ID, field, "must be given"));
        }
        return value;
    }
}
