package io.muster.cli.rejections;

import io.muster.cli.rejections.ReplayReport.Left;
import io.muster.cli.rejections.ReplayReport.OfReason;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints a report as text: problems to standard error, counts to standard output. */
final class ReplayReportText {

    private final ReplayReport report;

    ReplayReportText(ReplayReport report) {
        this.report = report;
    }

    void print(PrintWriter out, PrintWriter err) {
        report.byReason().forEach((reason, found) -> print(reason, found, out));
        out.println(counts());
        if (report.counts().repeated() > 0) {
            out.println(text(
                    "%,d more rejections were of the same records",
                    report.counts().repeated()));
        }
        if (report.counts().foreign() > 0) {
            err.println(text(
                    "note: ignored %,d records that the application did not write",
                    report.counts().foreign()));
        }
        report.notFound()
                .forEach(position -> err.println("no rejection at " + position + " matches the other options;"
                        + " muster rejections list shows all of them"));
        if (report.stopped() != null) {
            err.println("stopped: " + report.stopped());
        }
        if (report.counts().notAcknowledged() > 0) {
            err.println(text("%,d not acknowledged", report.counts().notAcknowledged()));
        }
        if (report.stopped() != null && !report.dryRun()) {
            err.println("Run it again; records that have arrived count once.");
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
        String counts = text("%,d chosen: ", report.counts().chosen());
        return report.dryRun()
                ? counts
                        + text(
                                "%,d would be sent, %,d left; nothing was sent",
                                report.counts().acceptable(), report.counts().left())
                : counts
                        + text(
                                "%,d sent and acknowledged, %,d left",
                                report.counts().sent(), report.counts().left());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
