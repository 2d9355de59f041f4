package io.muster.domain.oracle;

import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;

/** The moment, and so the local day, as of which progress is judged (docs/rules.md, rule 6). */
@FunctionalInterface
public interface AsOf {

    /** The latest recordedAt of the campaign; the start of the campaign if there is no statement. */
    AsOf RECORDED = (campaign, statements) -> statements.stream()
            .map(Statement::recordedAt)
            .max(Comparator.<Instant>naturalOrder())
            .orElse(campaign.startsOn().atStartOfDay(campaign.zone()).toInstant());

    /** @param statements all statements of the campaign, winning or not */
    Instant momentOf(Campaign campaign, Collection<Statement> statements);

    /** Noon of the given day in the zone of each campaign. */
    static AsOf on(LocalDate day) {
        return (campaign, statements) ->
                day.atTime(LocalTime.NOON).atZone(campaign.zone()).toInstant();
    }

    /** Noon of the given day in the zone of each campaign, e.g. {@code on("2023-05-18")}. */
    static AsOf on(String day) {
        return on(LocalDate.parse(day));
    }
}
