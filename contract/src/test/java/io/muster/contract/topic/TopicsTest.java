package io.muster.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.muster.schema.EnrollmentEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void shouldListEveryTopicOnce() {
        assertThat(Topics.all("muster-streams"))
                .extracting(Topic::name)
                .containsExactly(
                        "muster.enrollments",
                        "muster.campaigns",
                        "muster.areas",
                        "muster.targets",
                        "muster.certified-counts",
                        "muster.daily-counts",
                        "muster.area-progress",
                        "muster.campaign-progress",
                        "muster.segment-counts",
                        "muster.alerts",
                        "muster.corrections",
                        "muster.lost-statements",
                        "muster.rejections",
                        "muster.heartbeats",
                        "muster-streams.cells",
                        "muster.notifications");
    }

    @Test
    void shouldNotRequireTheNotificationsTopicForTheApplication() {
        assertThat(Topics.ofApplication("any")).hasSize(15).doesNotContain(Topics.NOTIFICATIONS);
    }

    @Test
    void shouldRetainHistoryForever() {
        assertThat(List.of(Topics.ENROLLMENTS, Topics.CORRECTIONS, Topics.LOST_STATEMENTS, Topics.REJECTIONS))
                .allSatisfy(topic -> assertThat(topic.settings())
                        .contains(entry("cleanup.policy", "delete"), entry("retention.ms", "-1")));
    }

    @Test
    void shouldUseTheBrokersTimestampForStatementsOnly() {
        assertThat(Topics.ENROLLMENTS.settings()).containsEntry("message.timestamp.type", "LogAppendTime");
        assertThat(Topics.all("any"))
                .filteredOn(topic -> !topic.equals(Topics.ENROLLMENTS))
                .allSatisfy(topic -> assertThat(topic.settings()).doesNotContainKey("message.timestamp.type"));
    }

    @Test
    void shouldAllowLargerRejectionsThanStatements() {
        assertThat(Topics.REJECTIONS.settings()).containsEntry("max.message.bytes", "16777216");
        assertThat(Topics.ENROLLMENTS.settings()).doesNotContainKey("max.message.bytes");
    }

    @Test
    void shouldCompactAllOtherTopics() {
        assertThat(Topics.all("any"))
                .filteredOn(topic -> !List.of(
                                Topics.ENROLLMENTS, Topics.CORRECTIONS, Topics.LOST_STATEMENTS, Topics.REJECTIONS)
                        .contains(topic))
                .hasSize(12)
                .allSatisfy(topic -> assertThat(topic.settings()).containsEntry("cleanup.policy", "compact"));
    }

    @Test
    void shouldDelayCompactionOfSubtotalsByADaySoThatARestoredSumNeverDips() {
        assertThat(Topics.cells("any").settings()).containsEntry("min.compaction.lag.ms", "86400000");
    }

    @Test
    void shouldGiveSubtotalsAsManyPartitionsAsStatements() {
        assertThat(Topics.cells("any").partitions()).isEqualTo(Topics.ENROLLMENTS.partitions());
    }

    @Test
    void shouldGiveReferenceTopicsOnePartition() {
        assertThat(Topics.reference()).extracting(Topic::partitions).containsOnly(1);
    }

    @Test
    void shouldNameSubjectsAfterTopicsAndListTheTopicsWithoutAvro() {
        assertThat(Topics.ENROLLMENTS.subject()).isEqualTo("muster.enrollments-value");
        assertThat(Topics.ENROLLMENTS.valueType()).isEqualTo(EnrollmentEvent.class);
        assertThat(Topics.all("any"))
                .filteredOn(topic -> !topic.isAvro())
                .extracting(Topic::name)
                .containsExactly("muster.rejections", "any.cells");
    }
}
