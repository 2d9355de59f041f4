package io.muster.simulation.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Distributes enrollments over days: few on Sundays and holidays, more towards the end of the drive. */
final class DailySpread {

    private static final int SURGE_DAYS = 6;

    private final Drive drive;

    DailySpread(Drive drive) {
        this.drive = drive;
    }

    /** The days of the given number of enrollments, in order. */
    List<LocalDate> spread(long enrollments, LocalDate from, LocalDate through) {
        List<LocalDate> days = from.datesUntil(through.plusDays(1)).toList();
        long[] counts = Apportionment.divide(
                enrollments, days.stream().map(this::weight).toList());
        List<LocalDate> spread = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            spread.addAll(Collections.nCopies((int) counts[i], days.get(i)));
        }
        return spread;
    }

    private double weight(LocalDate day) {
        LocalDate startsOn = drive.campaign().startsOn();
        LocalDate endsOn = drive.campaign().endsOn();
        double gone = (double) ChronoUnit.DAYS.between(startsOn, day) / ChronoUnit.DAYS.between(startsOn, endsOn);
        double weight = 1 + 0.8 * gone;
        if (ChronoUnit.DAYS.between(day, endsOn) < SURGE_DAYS) {
            weight *= 1.9;
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY || drive.holidays().contains(day)) {
            return weight * 0.3;
        }
        // deterministic variation
        double wave = 0.88 + 0.06 * (day.toEpochDay() % 5);
        return weight * wave * (day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.7 : 1);
    }
}
