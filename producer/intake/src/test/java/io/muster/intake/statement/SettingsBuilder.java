package io.muster.intake.statement;

import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.intake.date.DateOrder;
import io.muster.intake.text.TextEncoding;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Builds settings in which a test sets only what matters to it. */
final class SettingsBuilder {

    private Optional<TextEncoding> encoding = Optional.empty();
    private Optional<ZoneId> zone = Optional.empty();
    private Optional<DateOrder> order = Optional.empty();
    private Optional<Path> mapping = Optional.empty();
    private Optional<String> sheet = Optional.empty();
    private Optional<ParticipantKey> key = Optional.empty();
    private NumericRefs numericRefs = NumericRefs.REFUSED;
    private List<Area> areas = List.of();
    private List<Campaign> campaigns = List.of();

    SettingsBuilder in(TextEncoding given) {
        encoding = Optional.of(given);
        return this;
    }

    SettingsBuilder in(ZoneId given) {
        zone = Optional.of(given);
        return this;
    }

    SettingsBuilder with(DateOrder given) {
        order = Optional.of(given);
        return this;
    }

    SettingsBuilder mappedBy(Path file) {
        mapping = Optional.of(file);
        return this;
    }

    SettingsBuilder sheet(String name) {
        sheet = Optional.of(name);
        return this;
    }

    SettingsBuilder under(ParticipantKey given) {
        key = Optional.of(given);
        return this;
    }

    SettingsBuilder knowing(List<Area> given) {
        areas = given;
        return this;
    }

    SettingsBuilder knowing(Campaign given) {
        campaigns = List.of(given);
        return this;
    }

    SettingsBuilder allowingNumericRefs() {
        numericRefs = NumericRefs.ALLOWED;
        return this;
    }

    ReadingSettings build() {
        return new ReadingSettings(
                new ReadingSettings.TextFormat(Optional.empty(), encoding),
                new ReadingSettings.DateFormat(zone, order),
                mapping,
                sheet,
                new ReadingSettings.Definitions(() -> areas, () -> campaigns),
                new ReadingSettings.Participants(key, numericRefs));
    }
}
