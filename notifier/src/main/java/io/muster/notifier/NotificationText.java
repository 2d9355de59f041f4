package io.muster.notifier;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.PlanShare;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AlertRow;
import io.muster.report.wording.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One notification in words: what happened, since when, the current figures, and what is needed to reach the target.
 */
final class NotificationText {

    private final Wording wording;
    private final String area;
    private final @Nullable Campaign campaign;
    private final ZoneId zone;

    /** @param campaign null if it is no longer defined */
    NotificationText(Wording wording, String area, @Nullable Campaign campaign) {
        this.wording = wording;
        this.area = area;
        this.campaign = campaign;
        this.zone = campaign == null ? ZoneOffset.UTC : campaign.zone();
    }

    String of(Notification notification) {
        AlertRow row = notification.row();
        AlertRule rule = notification.alert().rule();
        String fired = since(rule, notification.firedAt());
        if (row == null) {
            return wording.say("notify.text.WITHDRAWN", area, wording.say("notify.rule." + rule), fired);
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                rule.isCondition() || notification.isFiring()
                        ? event(notification, row)
                        : wording.say("notify.text.over", area, wording.say("notify.rule." + rule), fired));
        sentences.add(figures(row));
        if (notification.isFiring() && rule == AlertRule.BEHIND && row.expected() != null) {
            sentences.add(wording.say("notify.text.expected", wording.count(expected(row, row.expected()))));
        }
        if (notification.isFiring() && rule == AlertRule.MISSED) {
            sentences.add(wording.say("notify.text.short", wording.count(row.target() - row.enrolled())));
        }
        if (notification.isFiring() && rule.isCondition() && campaign != null && row.requiredPerDay() != null) {
            long perDay = perDay(row, row.requiredPerDay(), campaign);
            if (perDay > 0) {
                sentences.add(wording.say("notify.text.needed", wording.day(campaign.endsOn()), wording.count(perDay)));
            }
        }
        return String.join(" ", sentences);
    }

    /** In whole persons. The published figure is rounded and may be below the plan. */
    private long expected(AlertRow row, double published) {
        return campaign == null
                ? (long) Math.ceil(published)
                : PlanShare.expectedPersons(row.target(), row.asOfDay(), campaign);
    }

    /** In whole persons, at least one until the target is reached. The published figure may be rounded to zero. */
    private static long perDay(AlertRow row, double published, Campaign campaign) {
        Long least = Pace.personsPerDay(campaign, row.asOfDay(), row.target(), row.enrolled());
        return Math.max((long) Math.ceil(published), least == null ? 0 : least);
    }

    private String event(Notification notification, AlertRow row) {
        AlertRule rule = notification.alert().rule();
        return wording.say(
                phrase(notification, row),
                area,
                since(rule, notification.firedAt()),
                notification.endedAt() == null ? "" : since(rule, notification.endedAt()),
                row.lastRecordedAt() == null ? "" : wording.moment(row.lastRecordedAt(), zone),
                campaign == null ? "" : wording.day(campaign.endsOn()));
    }

    private String phrase(Notification notification, AlertRow row) {
        String phrase = "notify.text." + notification.alert().rule();
        if (notification.endedAt() != null) {
            boolean endedWithCampaign = campaign != null
                    && !day(notification.endedAt()).isBefore(campaign.endsOn().plusDays(1));
            return phrase + (endedWithCampaign ? ".ended" : ".resolved");
        }
        boolean neverReported = notification.alert().rule() == AlertRule.SILENT && row.lastRecordedAt() == null;
        return neverReported ? phrase + ".never" : phrase;
    }

    private String figures(AlertRow row) {
        String percent = row.attainmentPercent() == null ? "-" : wording.percent(row.enrolled(), row.target());
        return wording.say(
                "notify.text.standing",
                wording.day(row.asOfDay()),
                wording.count(row.enrolled()),
                wording.count(row.target()),
                percent);
    }

    /** SILENT may fire at any time of day; all other rules are evaluated by day. */
    private String since(AlertRule rule, Instant at) {
        return rule == AlertRule.SILENT ? wording.moment(at, zone) : wording.day(day(at));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
