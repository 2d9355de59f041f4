package io.muster.contract.topic;

import io.muster.schema.Alert;
import io.muster.schema.Area;
import io.muster.schema.AreaProgress;
import io.muster.schema.Campaign;
import io.muster.schema.CampaignProgress;
import io.muster.schema.CertifiedCount;
import io.muster.schema.Correction;
import io.muster.schema.DailyCount;
import io.muster.schema.EnrollmentEvent;
import io.muster.schema.Heartbeat;
import io.muster.schema.LostStatement;
import io.muster.schema.Notification;
import io.muster.schema.SegmentCount;
import io.muster.schema.Target;
import java.util.List;
import java.util.stream.Stream;

/** The topic catalogue. Every topic name is defined here and nowhere else. */
public final class Topics {

    /**
     * The largest record on {@code muster.rejections}, in bytes. A rejected record is stored as received plus headers,
     * so it may exceed the broker's default limit of one megabyte.
     */
    public static final int LARGEST_REJECTION = 16 * 1024 * 1024;

    private static final String CELLS = ".cells";
    private static final int ENTRY_PARTITIONS = 4;
    private static final int OUTPUT_PARTITIONS = 4;

    /** The broker assigns the timestamps, which reveal a wrong clock of a sender. */
    public static final Topic<EnrollmentEvent> ENROLLMENTS = Topic.history(
                    "muster.enrollments", EnrollmentEvent.class, ENTRY_PARTITIONS)
            .with("message.timestamp.type", "LogAppendTime");

    public static final Topic<Campaign> CAMPAIGNS = Topic.latest("muster.campaigns", Campaign.class, 1);
    public static final Topic<Area> AREAS = Topic.latest("muster.areas", Area.class, 1);
    public static final Topic<Target> TARGETS = Topic.latest("muster.targets", Target.class, 1);
    public static final Topic<CertifiedCount> CERTIFIED_COUNTS =
            Topic.latest("muster.certified-counts", CertifiedCount.class, 1);

    public static final Topic<DailyCount> DAILY_COUNTS =
            Topic.latest("muster.daily-counts", DailyCount.class, OUTPUT_PARTITIONS);
    public static final Topic<AreaProgress> AREA_PROGRESS =
            Topic.latest("muster.area-progress", AreaProgress.class, OUTPUT_PARTITIONS);
    public static final Topic<CampaignProgress> CAMPAIGN_PROGRESS =
            Topic.latest("muster.campaign-progress", CampaignProgress.class, OUTPUT_PARTITIONS);
    public static final Topic<SegmentCount> SEGMENT_COUNTS =
            Topic.latest("muster.segment-counts", SegmentCount.class, OUTPUT_PARTITIONS);
    public static final Topic<Alert> ALERTS = Topic.latest("muster.alerts", Alert.class, OUTPUT_PARTITIONS);
    public static final Topic<Correction> CORRECTIONS =
            Topic.history("muster.corrections", Correction.class, OUTPUT_PARTITIONS);
    public static final Topic<LostStatement> LOST_STATEMENTS =
            Topic.history("muster.lost-statements", LostStatement.class, OUTPUT_PARTITIONS);
    public static final Topic<byte[]> REJECTIONS = Topic.history("muster.rejections", byte[].class, OUTPUT_PARTITIONS)
            .with("max.message.bytes", Integer.toString(LARGEST_REJECTION));

    /** The counting progress of the application, by which readers of rows judge whether the rows are current. */
    public static final Topic<Heartbeat> HEARTBEATS = Topic.latest("muster.heartbeats", Heartbeat.class, 1);

    /** Delivered notifications. It has one partition, whose assignee is the active notifier. */
    public static final Topic<Notification> NOTIFICATIONS = Topic.latest("muster.notifications", Notification.class, 1);

    private static final List<Topic<?>> REFERENCE = List.of(CAMPAIGNS, AREAS, TARGETS, CERTIFIED_COUNTS);
    private static final List<Topic<?>> OUTPUT = List.of(
            DAILY_COUNTS,
            AREA_PROGRESS,
            CAMPAIGN_PROGRESS,
            SEGMENT_COUNTS,
            ALERTS,
            CORRECTIONS,
            LOST_STATEMENTS,
            REJECTIONS,
            HEARTBEATS);

    private Topics() {}

    /** The small compacted topics of reference data, which every service holds in memory. */
    public static List<Topic<?>> reference() {
        return REFERENCE;
    }

    /** The topics that the streams application publishes. */
    public static List<Topic<?>> output() {
        return OUTPUT;
    }

    /**
     * The subtotals between the two stages of the streams application. Each application id has its own topic, so that a
     * new application can replay beside the old one. It is created with the partition count of {@link #ENROLLMENTS} and
     * keeps it.
     */
    public static Topic<byte[]> cells(String applicationId) {
        return Topic.latestAndLastDay(applicationId + CELLS, byte[].class, ENTRY_PARTITIONS);
    }

    /** Whether a topic is the cells topic of any application. */
    public static boolean isCells(Topic<?> topic) {
        return topic.name().endsWith(CELLS);
    }

    /** All topics that the streams application with this id needs. */
    public static List<Topic<?>> ofApplication(String applicationId) {
        return Stream.of(List.<Topic<?>>of(ENROLLMENTS), REFERENCE, OUTPUT, List.<Topic<?>>of(cells(applicationId)))
                .flatMap(List::stream)
                .toList();
    }

    /** All topics of an installation whose streams application has this id. */
    public static List<Topic<?>> all(String applicationId) {
        return Stream.concat(ofApplication(applicationId).stream(), Stream.of(NOTIFICATIONS))
                .toList();
    }
}
