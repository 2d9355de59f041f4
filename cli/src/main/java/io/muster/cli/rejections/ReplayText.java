package io.muster.cli.rejections;

import io.muster.cli.rejections.ReplayReport.Left;
import io.muster.cli.rejections.ReplayReport.OfReason;
import java.io.PrintWriter;
import java.util.Locale;

/** A report for people: what went wrong on standard error, the counts on standard output. */
final class ReplayText {

    private final ReplayReport report;

    ReplayText(ReplayReport report) {
        this.report = report;
    }

    void print(PrintWriter out, PrintWriter err) {
        report.byReason().forEach((reason, found) -> print(reason, found, out));
        out.println(counts());
        if (report.repeated() > 0) {
            out.println(text("%,d of the rejections are further ones of the same records", report.repeated()));
        }
        if (report.foreign() > 0) {
            err.println(text("note: left %,d that the application has not put there", report.foreign()));
        }
        report.notFound()
                .forEach(position -> err.println("nothing was refused at " + position
                        + ", or it is not among what the other options choose; muster rejections list shows what was"));
        if (report.stopped() != null) {
            err.println("stopped: " + report.stopped());
        }
        if (report.notAcknowledged() > 0) {
            err.println(text("%,d not acknowledged", report.notAcknowledged()));
        }
        if (report.stopped() != null && !report.dryRun()) {
            err.println("Run it again; what has arrived counts once.");
        }
    }

    private static void print(String reason, OfReason found, PrintWriter out) {
        long left = found.left().stream().mapToLong(Left::count).sum();
        out.println(text("%s: %,d would be counted now, %,d not", reason, found.acceptable(), left));
        for (Left one : found.left()) {
            out.println(text("    %,d %s, e.g. %s: %s", one.count(), one.reason(), one.first(), one.detail()));
        }
    }

    private String counts() {
        String counts = text("%,d chosen: ", report.chosen());
        return report.dryRun()
                ? counts + text("%,d would be sent, %,d left; nothing was sent", report.acceptable(), report.left())
                : counts + text("%,d sent and acknowledged, %,d left", report.sent(), report.left());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
