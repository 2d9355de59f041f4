package io.muster.intake.statement;

import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.intake.date.DateOrder;
import io.muster.intake.text.TextEncoding;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Settings for reading a file of statements.
 *
 * @param mapping a file that maps the headings and words of an office to those of the contract
 * @param sheet of a workbook; by default the first visible one
 */
public record ReadingSettings(
        TextFormat text,
        DateFormat dates,
        Optional<Path> mapping,
        Optional<String> sheet,
        Definitions definitions,
        Participants participants) {

    /** Detects everything from the file. Has no definitions and no participant key. */
    public static final ReadingSettings DEFAULTS = new ReadingSettings(
            new TextFormat(Optional.empty(), Optional.empty()),
            new DateFormat(Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            new Definitions(List::of, List::of),
            new Participants(Optional.empty(), NumericRefs.REFUSED));

    /**
     * The format of text files.
     *
     * @param format by default that of the file name extension, or else detected from the content
     * @param encoding by default detected from the first bytes, or else UTF-8 or Windows-1258, whichever fits
     */
    public record TextFormat(Optional<StatementFormat> format, Optional<TextEncoding> encoding) {}

    /**
     * How dates and times are written.
     *
     * @param zone of times without one; by default such times are refused
     * @param order of ambiguous dates; by default that of the other dates of the file, or else day first
     */
    public record DateFormat(Optional<ZoneId> zone, Optional<DateOrder> order) {}

    /**
     * Reference records that lines are compared with. Each supplier is called at most once, when first needed.
     *
     * @param areas used to find areas by name
     * @param campaigns used to warn of days far from their campaign
     */
    public record Definitions(
            Supplier<? extends Collection<Area>> areas, Supplier<? extends Collection<Campaign>> campaigns) {}

    /**
     * How participants are identified.
     *
     * @param key replaces identity numbers by references; without it they are refused
     * @param numericRefs whether references may be bare numbers as long as an identity number
     */
    public record Participants(Optional<ParticipantKey> key, NumericRefs numericRefs) {}

    /** The same settings with another format. */
    public ReadingSettings with(StatementFormat format) {
        return new ReadingSettings(
                new TextFormat(Optional.of(format), text.encoding()), dates, mapping, sheet, definitions, participants);
    }
}
