package io.muster.client;

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
 * What an office has to say of one participant. Who and where must be given; the campaign where the client has none; everything else has
 * a default that is right for what happens now. Not safe for several threads.
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

    /** The participant is enrolled, whatever was said before: the place or day of an earlier enrollment is corrected by another one. */
    public static Registration enrolled(ParticipantRef participant) {
        return new Registration(Status.ENROLLED, participant);
    }

    /** The participant is not enrolled, or no longer. */
    public static Registration withdrawn(ParticipantRef participant) {
        return new Registration(Status.WITHDRAWN, participant);
    }

    /** The most specific area known. */
    public Registration in(String area) {
        this.areaId = area;
        return this;
    }

    /** In place of the campaign that the client has. */
    public Registration campaign(String campaign) {
        this.campaignId = campaign;
        return this;
    }

    /** When the participant enrolled or withdrew; by default when it was recorded. To the millisecond. */
    public Registration enrolledAt(Instant moment) {
        this.enrolledAt = moment;
        return this;
    }

    /** The local day for which it counts; by default the day of {@code enrolledAt} in the zone of the office. */
    public Registration enrolledOn(LocalDate day) {
        this.enrolledOn = day;
        return this;
    }

    /** When the registration system wrote it, if that was not just now. */
    public Registration recordedAt(Instant moment) {
        this.recordedAt = moment;
        return this;
    }

    /**
     * Orders it among the statements about this participant in this campaign: the highest one wins. By default the microseconds of
     * {@code recordedAt}, or one more than the last one that this office gave to this participant, whichever is higher.
     */
    public Registration version(long number) {
        this.version = number;
        return this;
    }

    /** For a program that may record the same twice: the second time changes nothing. By default a new random one. */
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

    /** @throws StatementRefusedException if something is missing that has no default */
    Statement statement(Office office, Instant now) {
        Instant recorded = recordedAt == null ? now : recordedAt;
        Instant enrolled = (enrolledAt == null ? recorded : enrolledAt).truncatedTo(ChronoUnit.MILLIS);
        Statement statement = new Statement(
                eventId == null ? UUID.randomUUID() : eventId,
                require("campaignId", campaignId == null ? office.campaignId() : campaignId),
                participant.value(),
                version == null ? Versions.of(recorded) : version,
                status,
                require("areaId", areaId),
                enrolledOn == null ? dayOf(enrolled, office.zone()) : enrolledOn,
                enrolled,
                recorded.truncatedTo(ChronoUnit.MILLIS),
                office.source(),
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
                    "is on no day that a calendar has"));
        }
    }

    private static String require(String field, @Nullable String value) {
        if (value == null) {
            throw new StatementRefusedException(Rejection.of(Rejection.Reason.INVALID_ID, field, "must be given"));
        }
        return value;
    }
}
