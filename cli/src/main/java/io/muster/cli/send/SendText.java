package io.muster.cli.send;

import java.io.PrintWriter;
import java.util.Locale;

/** A report for people: what is wrong on standard error, the counts on standard output. */
final class SendText {

    private final SendReport report;

    SendText(SendReport report) {
        this.report = report;
    }

    void print(PrintWriter out, PrintWriter err) {
        report.notes().forEach(note -> err.println("note: " + report.file() + ": " + note));
        if (!report.ignoredColumns().isEmpty()) {
            err.println("note: " + report.file() + ": ignored, as nobody reads it: "
                    + String.join(", ", report.ignoredColumns()));
        }
        report.problems().forEach(err::println);
        if (report.refused() > Sending.MOST_NAMED) {
            err.println(text(
                    "... and %,d refused lines more; --rejects FILE keeps them all",
                    report.refused() - Sending.MOST_NAMED));
        }
        if (report.refused() > 1) {
            report.kinds()
                    .forEach(kind -> err.println(
                            text(kind.lines() == 1 ? "%,d line: %s" : "%,d lines: %s", kind.lines(), kind.kind())));
        }
        if (report.stopped() != null) {
            err.println("stopped: " + report.stopped());
        }
        out.println(counts());
        Long first = report.firstNotAcknowledged();
        if (first != null) {
            err.println(text(
                    "%,d not acknowledged, the first of them in line %,d; nothing behind them was sent."
                            + " Send the file again; what has arrived counts once.",
                    report.notAcknowledged(), first));
        }
    }

    private String counts() {
        String counts = text("%s: %,d lines read, ", report.file(), report.read());
        return report.dryRun()
                ? counts + text("%,d valid, %,d refused; nothing was sent", report.valid(), report.refused())
                : counts + text("%,d sent and acknowledged, %,d refused", report.acknowledged(), report.refused());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
