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

/** One tiding in words: what, since when, how far, what is needed per day to make it. */
final class TidingText {

    private final Wording wording;
    private final String area;
    private final @Nullable Campaign campaign;
    private final ZoneId zone;

    /** @param campaign null if it is not defined any more */
    TidingText(Wording wording, String area, @Nullable Campaign campaign) {
        this.wording = wording;
        this.area = area;
        this.campaign = campaign;
        this.zone = campaign == null ? ZoneOffset.UTC : campaign.zone();
    }

    String of(Tiding tiding) {
        AlertRow row = tiding.row();
        AlertRule rule = tiding.alert().rule();
        String fired = since(rule, tiding.firedAt());
        if (row == null) {
            return wording.say("notify.text.WITHDRAWN", area, wording.say("notify.rule." + rule), fired);
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                rule.isCondition() || tiding.isFiring()
                        ? whatAndSince(tiding, row)
                        : wording.say("notify.text.over", area, wording.say("notify.rule." + rule), fired));
        sentences.add(standing(row));
        if (tiding.isFiring() && rule == AlertRule.BEHIND && row.expected() != null) {
            sentences.add(wording.say("notify.text.expected", wording.count(expected(row, row.expected()))));
        }
        if (tiding.isFiring() && rule == AlertRule.MISSED) {
            sentences.add(wording.say("notify.text.short", wording.count(row.target() - row.enrolled())));
        }
        if (tiding.isFiring() && rule.isCondition() && campaign != null && row.requiredPerDay() != null) {
            long perDay = perDay(row, row.requiredPerDay(), campaign);
            if (perDay > 0) {
                sentences.add(wording.say("notify.text.needed", wording.day(campaign.endsOn()), wording.count(perDay)));
            }
        }
        return String.join(" ", sentences);
    }

    /** In whole persons; the published figure is rounded, and may be less than the plan asks for. */
    private long expected(AlertRow row, double published) {
        return campaign == null
                ? (long) Math.ceil(published)
                : PlanShare.expectedPersons(row.target(), row.asOfDay(), campaign);
    }

    /** In whole persons: at least one while the target is not reached, however small the published figure is rounded. */
    private static long perDay(AlertRow row, double published, Campaign campaign) {
        Long least = Pace.personsPerDay(campaign, row.asOfDay(), row.target(), row.enrolled());
        return Math.max((long) Math.ceil(published), least == null ? 0 : least);
    }

    private String whatAndSince(Tiding tiding, AlertRow row) {
        AlertRule rule = tiding.alert().rule();
        return wording.say(
                phrase(tiding, row),
                area,
                since(rule, tiding.firedAt()),
                tiding.endedAt() == null ? "" : since(rule, tiding.endedAt()),
                row.lastRecordedAt() == null ? "" : wording.moment(row.lastRecordedAt(), zone),
                campaign == null ? "" : wording.day(campaign.endsOn()));
    }

    private String phrase(Tiding tiding, AlertRow row) {
        String phrase = "notify.text." + tiding.alert().rule();
        if (tiding.endedAt() != null) {
            boolean withCampaign = campaign != null
                    && !day(tiding.endedAt()).isBefore(campaign.endsOn().plusDays(1));
            return phrase + (withCampaign ? ".ended" : ".resolved");
        }
        boolean neverSpoke = tiding.alert().rule() == AlertRule.SILENT && row.lastRecordedAt() == null;
        return neverSpoke ? phrase + ".never" : phrase;
    }

    private String standing(AlertRow row) {
        String percent = row.attainmentPercent() == null ? "-" : wording.percent(row.enrolled(), row.target());
        return wording.say(
                "notify.text.standing",
                wording.day(row.asOfDay()),
                wording.count(row.enrolled()),
                wording.count(row.target()),
                percent);
    }

    /** What is judged by days begins with a day; a silence begins at any time. */
    private String since(AlertRule rule, Instant at) {
        return rule == AlertRule.SILENT ? wording.moment(at, zone) : wording.day(day(at));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
