package io.muster.contract.topic;

import java.time.LocalDate;

/** The keys of the contract's records. */
public final class RecordKeys {

    /** Stands between the parts of a key of what comes in about one participant or target. */
    public static final char INPUT_SEPARATOR = ':';

    /** Stands between the parts of a key of a count. */
    public static final char COUNT_SEPARATOR = '|';

    private RecordKeys() {}

    /** Key on {@code muster.enrollments}, {@code muster.corrections} and {@code muster.lost-statements}. */
    public static String participant(String campaignId, String participantRef) {
        return campaignId + INPUT_SEPARATOR + participantRef;
    }

    /** Key on {@code muster.targets}. */
    public static String target(String campaignId, String areaId) {
        return campaignId + INPUT_SEPARATOR + areaId;
    }

    /** Key on {@code muster.daily-counts} and {@code muster.certified-counts}. */
    public static String day(String campaignId, String areaId, LocalDate date) {
        return campaignId + COUNT_SEPARATOR + areaId + COUNT_SEPARATOR + date;
    }

    /** Key on {@code muster.area-progress}. */
    public static String area(String campaignId, String areaId) {
        return campaignId + COUNT_SEPARATOR + areaId;
    }

    /** Key on {@code muster.alerts}. */
    public static String alert(String campaignId, String areaId, String rule) {
        return campaignId + COUNT_SEPARATOR + areaId + COUNT_SEPARATOR + rule;
    }

    /** Key on {@code muster.segment-counts}. */
    public static String segment(String campaignId, String areaId, String dimension, String value) {
        return campaignId + COUNT_SEPARATOR + areaId + COUNT_SEPARATOR + dimension + COUNT_SEPARATOR + value;
    }

    /**
     * Key on {@code muster.heartbeats}.
     *
     * @param stage in small letters
     */
    public static String heartbeat(String applicationId, String stage, int partition) {
        return applicationId + COUNT_SEPARATOR + stage + COUNT_SEPARATOR + partition;
    }

    /** Key on {@code muster.notifications} of what a receiver knows of an alert. */
    public static String notification(String receiver, String alertKey) {
        return receiver + COUNT_SEPARATOR + alertKey;
    }
}
