package io.muster.domain.oracle;

import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;

/** For which moment, and so for which local day, progress is judged (contract, rule 6). */
@FunctionalInterface
public interface AsOf {

    /** The latest recordedAt of the campaign; its start where there is no statement. */
    AsOf RECORDED = (campaign, statements) -> statements.stream()
            .map(Statement::recordedAt)
            .max(Comparator.<Instant>naturalOrder())
            .orElse(campaign.startsOn().atStartOfDay(campaign.zone()).toInstant());

    /** @param statements all of the campaign, winning or not */
    Instant momentOf(Campaign campaign, Collection<Statement> statements);

    /** Noon of the same day for every campaign. */
    static AsOf on(LocalDate day) {
        return (campaign, statements) ->
                day.atTime(LocalTime.NOON).atZone(campaign.zone()).toInstant();
    }

    /** Noon of the same day for every campaign, e.g. {@code on("2023-05-18")}. */
    static AsOf on(String day) {
        return on(LocalDate.parse(day));
    }
}
