package io.muster.cli.send;

import java.io.PrintWriter;
import java.util.Locale;

/** Prints a report as text: problems to standard error, counts to standard output. */
final class SendReportText {

    private final SendReport report;

    SendReportText(SendReport report) {
        this.report = report;
    }

    void print(PrintWriter out, PrintWriter err) {
        report.notes().forEach(note -> err.println("note: " + report.file() + ": " + note));
        if (!report.ignoredColumns().isEmpty()) {
            err.println("note: " + report.file() + ": ignored columns: " + String.join(", ", report.ignoredColumns()));
        }
        report.problems().forEach(err::println);
        if (report.lines().refused() > FileSender.MAX_REPORTED) {
            err.println(text(
                    "... and %,d more refused lines; --rejects FILE keeps them all",
                    report.lines().refused() - FileSender.MAX_REPORTED));
        }
        if (report.lines().refused() > 1) {
            report.kinds()
                    .forEach(kind -> err.println(
                            text(kind.lines() == 1 ? "%,d line: %s" : "%,d lines: %s", kind.lines(), kind.kind())));
        }
        if (report.stopped() != null) {
            err.println("stopped: " + report.stopped());
        }
        out.println(counts());
        Long first = report.lines().firstNotAcknowledged();
        if (first != null) {
            err.println(text(
                    "%,d not acknowledged, the first in line %,d; later lines were not sent. Send the file"
                            + " again; statements that have arrived count once.",
                    report.lines().notAcknowledged(), first));
        }
    }

    private String counts() {
        String counts =
                text("%s: %,d lines read, ", report.file(), report.lines().read());
        return report.dryRun()
                ? counts
                        + text(
                                "%,d valid, %,d refused; nothing was sent",
                                report.lines().valid(), report.lines().refused())
                : counts
                        + text(
                                "%,d sent and acknowledged, %,d refused",
                                report.lines().acknowledged(), report.lines().refused());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
