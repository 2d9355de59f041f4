package io.muster.report.print;

import static io.muster.report.print.BulletinSentences.named;

import io.muster.domain.reference.AreaLabels;
import io.muster.report.bulletin.CorrectionSummary;
import io.muster.report.bulletin.CorrectionSummary.Kind;
import io.muster.report.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of a bulletin about corrections since the previous bulletin. */
record CorrectionSentences(CorrectionSummary told, AreaLabels labels, Wording wording) {

    List<String> all() {
        List<String> said = new ArrayList<>();
        String days = days(told.from(), told.through());
        if (told.made().all() == 0) {
            said.add(wording.say("corrections.none", days));
        } else {
            said.add(wording.say(
                    "corrections", days, cases(told.made()), net(told.made().net())));
        }
        if (!told.made().byArea().isEmpty()) {
            said.add(wording.say(
                    "corrections.areas",
                    named(
                            told.made().byArea(),
                            change -> wording.say("item", labels.of(change.area()), wording.difference(change.net())),
                            wording)));
        }
        if (told.later().all() > 0) {
            said.add(wording.say(
                    "corrections.later",
                    wording.day(told.through()),
                    cases(told.later()),
                    net(told.later().net())));
        }
        return said;
    }

    private String days(LocalDate from, LocalDate through) {
        return from.equals(through)
                ? wording.say("corrections.day", wording.day(through))
                : wording.say("corrections.days", wording.period(from, through));
    }

    private String cases(CorrectionSummary.Sum sum) {
        return Stream.of(Kind.values())
                .filter(kind -> sum.cases(kind) > 0)
                .map(kind -> wording.say("corrections." + kind, wording.count(sum.cases(kind))))
                .collect(Collectors.joining(", "));
    }

    private String net(long net) {
        String key = net < 0 ? "net.fell" : net > 0 ? "net.rose" : "net.same";
        return wording.say(key, wording.count(Math.abs(net)));
    }
}
