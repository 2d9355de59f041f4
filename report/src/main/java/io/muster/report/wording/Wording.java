package io.muster.report.wording;

import io.muster.domain.AreaId;
import io.muster.domain.plan.ShownPercent;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaLabels;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.LocalName;
import io.muster.domain.tally.CampaignRow.SourceCount;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats names, numbers, dates and phrases in one language. */
public final class Wording {

    private final Language language;
    private final DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;
    private final DateTimeFormatter dayOfMonth;
    private final Phrases phrases;

    public Wording(Language language) {
        this.language = language;
        this.phrases = new Phrases(language.tag());
        switch (language) {
            case VI -> {
                separators('.', ',');
                day = days("d/M/uuuu");
                dayOfYear = days("d/M");
                dayOfMonth = days("d/M");
            }
            case EN -> {
                separators(',', '.');
                day = days("d MMMM uuuu");
                dayOfYear = days("d MMMM");
                dayOfMonth = days("d");
            }
            default -> throw new IllegalStateException("no wording for " + language);
        }
    }

    private void separators(char thousands, char decimal) {
        symbols.setGroupingSeparator(thousands);
        symbols.setDecimalSeparator(decimal);
    }

    private static DateTimeFormatter days(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** The name in this language, else in any other, else the id. */
    public String name(Area area) {
        return name(area.names(), area.areaId().value());
    }

    /**
     * Labels, by area id, for lists that mix areas of several parents; the label of an undefined area is its id.
     *
     * @param campaign null if it is not defined
     * @param areas all defined areas, by area id
     * @param levels levels of the listed areas
     */
    public Function<AreaId, String> labels(@Nullable Campaign campaign, Map<AreaId, Area> areas, Set<String> levels) {
        AreaLabels labels = campaign == null
                ? new AreaLabels(List.of(), area -> null, this::name)
                : AreaLabels.below(campaign.rootAreaId(), areas, levels, this::name);
        return areaId -> {
            Area area = areas.get(areaId);
            return area == null ? areaId.value() : labels.of(area);
        };
    }

    /** The name in this language, else in any other, else the id. */
    public String name(Campaign campaign) {
        return name(campaign.names(), campaign.campaignId().value());
    }

    private String name(Map<String, String> names, String id) {
        return LocalName.in(language.tag(), names, id);
    }

    /** A count with thousands separators. */
    public String count(long count) {
        return new DecimalFormat("#,##0", symbols).format(count);
    }

    /** A difference with its sign. */
    public String difference(long difference) {
        return (difference > 0 ? "+" : "") + count(difference);
    }

    /** A percentage, rounded by {@link ShownPercent}. */
    public String percent(long part, long whole) {
        return new DecimalFormat("#,##0.00", symbols).format(ShownPercent.of(part, whole)) + "%";
    }

    /** A date with its year. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** A date without its year. */
    public String dayOfYear(LocalDate date) {
        return dayOfYear.format(date);
    }

    /** A period. A month or year that both dates share is written once. */
    public String period(LocalDate from, LocalDate last) {
        DateTimeFormatter first =
                from.getYear() != last.getYear() ? day : from.getMonth() != last.getMonth() ? dayOfYear : dayOfMonth;
        return say("period.days", first.format(from), day.format(last));
    }

    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(
                instant.atZone(zone).toLocalTime().withNano(0));
    }

    /** Date and time. */
    public String moment(Instant instant, ZoneId zone) {
        return day(LocalDate.ofInstant(instant, zone)) + " " + time(instant, zone);
    }

    /** The sentence that says when figures were computed. */
    public String computed(Instant at, ZoneId zone) {
        return say("computed", time(at, zone), day(LocalDate.ofInstant(at, zone)), zone.getId());
    }

    /** A duration in hours and minutes. */
    public String minutes(int minutes) {
        int hours = minutes / 60;
        String rest = say("minutes", count(minutes % 60));
        if (hours == 0) {
            return rest;
        }
        String whole = say("hours", count(hours));
        return minutes % 60 == 0 ? whole : whole + " " + rest;
    }

    /** A list of sources with their counts. */
    public String sources(List<SourceCount> sources) {
        return sources.stream()
                .map(source -> say("item.source", source.source(), count(source.participants())))
                .collect(Collectors.joining(", "));
    }

    /** The phrase of that key, with its placeholders filled in. */
    public String say(String key, Object... parts) {
        return phrases.say(key, parts);
    }
}
