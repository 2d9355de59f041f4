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
 * How to read a file of statements, as far as the file itself does not say.
 *
 * @param format of text; by the name of the file, or else by what stands in it
 * @param encoding of text; by a byte order mark, or else UTF-8 or Windows-1258, whichever fits
 * @param zone of times that do not say theirs; without it they are refused
 * @param dateOrder of dates that do not show theirs; by the other dates of the file, or else the day first
 * @param mapping a file that says what other headings mean
 * @param sheet of a workbook; the first that is not hidden
 * @param areas the definitions by which names of areas are found; asked for only if a file has such names
 * @param campaigns the definitions with whose days those of statements are compared; none where they are not known
 * @param participantKey under which identity numbers are replaced; without it they are refused
 * @param numericRefs whether participants may be known by bare numbers as long as identity numbers
 */
public record ReadingSettings(
        Optional<StatementFormat> format,
        Optional<TextEncoding> encoding,
        Optional<ZoneId> zone,
        Optional<DateOrder> dateOrder,
        Optional<Path> mapping,
        Optional<String> sheet,
        Supplier<? extends Collection<Area>> areas,
        Supplier<? extends Collection<Campaign>> campaigns,
        Optional<ParticipantKey> participantKey,
        NumericRefs numericRefs) {

    /** Nothing is said. */
    public static final ReadingSettings USUAL = new ReadingSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List::of,
            List::of,
            Optional.empty(),
            NumericRefs.REFUSED);

    /** The same, with another format. */
    public ReadingSettings with(StatementFormat other) {
        return new ReadingSettings(
                Optional.of(other),
                encoding,
                zone,
                dateOrder,
                mapping,
                sheet,
                areas,
                campaigns,
                participantKey,
                numericRefs);
    }
}
