package io.muster.report.wording;

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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How a reader of one language is given names, numbers, days and phrases. */
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

    /** The name in this language; else in any other; else the id. */
    public String name(Area area) {
        return name(area.names(), area.areaId());
    }

    /**
     * What areas of a campaign are called in a list that goes across parents, by area id; the id where one is not defined.
     *
     * @param rootId the area at its top
     * @param areas all that are defined, by area id
     * @param levels of which areas are listed
     */
    public UnaryOperator<String> labels(String rootId, Map<String, Area> areas, Set<String> levels) {
        AreaLabels labels = AreaLabels.below(rootId, areas, levels, this::name);
        return areaId -> {
            Area area = areas.get(areaId);
            return area == null ? areaId : labels.of(area);
        };
    }

    /** The name in this language; else in any other; else the id. */
    public String name(Campaign campaign) {
        return name(campaign.names(), campaign.campaignId());
    }

    private String name(Map<String, String> names, String id) {
        return LocalName.in(language.tag(), names, id);
    }

    /** With separators of thousands. */
    public String count(long count) {
        return new DecimalFormat("#,##0", symbols).format(count);
    }

    /** With its sign. */
    public String difference(long difference) {
        return (difference > 0 ? "+" : "") + count(difference);
    }

    /** How much of the whole the part is, as {@link ShownPercent} rounds it. */
    public String percent(long part, long whole) {
        return new DecimalFormat("#,##0.00", symbols).format(ShownPercent.of(part, whole)) + "%";
    }

    /** With its year. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** The day where its year is known. */
    public String dayOfYear(LocalDate date) {
        return dayOfYear.format(date);
    }

    /** Both days, saying month and year once where they are the same. */
    public String period(LocalDate from, LocalDate last) {
        DateTimeFormatter first =
                from.getYear() != last.getYear() ? day : from.getMonth() != last.getMonth() ? dayOfYear : dayOfMonth;
        return say("period.days", first.format(from), day.format(last));
    }

    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_LOCAL_TIME.format(
                instant.atZone(zone).toLocalTime().withNano(0));
    }

    /** Day and time. */
    public String moment(Instant instant, ZoneId zone) {
        return day(LocalDate.ofInstant(instant, zone)) + " " + time(instant, zone);
    }

    /** When figures were computed. */
    public String computed(Instant at, ZoneId zone) {
        return say("computed", time(at, zone), day(LocalDate.ofInstant(at, zone)), zone.getId());
    }

    /** How long something takes, in hours and minutes. */
    public String minutes(int minutes) {
        int hours = minutes / 60;
        String rest = say("minutes", count(minutes % 60));
        if (hours == 0) {
            return rest;
        }
        String whole = say("hours", count(hours));
        return minutes % 60 == 0 ? whole : whole + " " + rest;
    }

    /** Sources, each with its count. */
    public String sources(List<SourceCount> sources) {
        return sources.stream()
                .map(source -> say("item.source", source.source(), count(source.participants())))
                .collect(Collectors.joining(", "));
    }

    /** The phrase with its parts filled in. */
    public String say(String key, Object... parts) {
        return phrases.say(key, parts);
    }
}
