package io.muster.domain.plan;

import java.time.LocalDate;

/** The enrolled counts of one area by local day; 0 on a day that no statement names. */
@FunctionalInterface
public interface DayCounts {

    long on(LocalDate day);
}
