package io.muster.domain.oracle;

import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/** For which local day progress is judged (contract, rule 6). */
@FunctionalInterface
public interface AsOf {

    /** The local day of the latest recordedAt of the campaign; its first day where there is no statement. */
    AsOf RECORDED = (campaign, statements) -> statements.stream()
            .map(Statement::recordedAt)
            .max(Comparator.<Instant>naturalOrder())
            .map(latest -> latest.atZone(campaign.zone()).toLocalDate())
            .orElse(campaign.startsOn());

    /** @param statements all of the campaign, winning or not */
    LocalDate dayOf(Campaign campaign, Collection<Statement> statements);

    /** The same day for every campaign. */
    static AsOf on(LocalDate day) {
        return (campaign, statements) -> day;
    }

    /** The same day for every campaign, e.g. {@code on("2023-05-18")}. */
    static AsOf on(String day) {
        return on(LocalDate.parse(day));
    }
}
