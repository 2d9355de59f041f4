package io.muster.cli.send;

import io.muster.cli.send.Acknowledgements.Failure;
import io.muster.cli.terminal.ProgressBar;
import io.muster.domain.statement.Statement;
import io.muster.intake.statement.InvalidLine;
import io.muster.intake.statement.Line;
import io.muster.intake.statement.StatementFileReader;
import io.muster.intake.statement.StatementLine;
import io.muster.intake.text.Problem;
import io.muster.intake.text.UnusableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends a file line by line. Other threads may read the progress meanwhile. */
final class FileSender {

    /** Refused lines to report in detail; further ones are only counted. */
    static final int MAX_REPORTED = 20;

    private final String file;
    private final StatementFileReader reader;
    private final RejectsFile rejects;
    private final boolean dryRun;
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final List<Problem> problems = new ArrayList<>();
    private final ProblemKinds kinds = new ProblemKinds();
    private final AtomicLong valid = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** @param dryRun whether the destination discards everything */
    FileSender(String file, StatementFileReader reader, RejectsFile rejects, boolean dryRun) {
        this.file = file;
        this.reader = reader;
        this.rejects = rejects;
        this.dryRun = dryRun;
    }

    /** Sends the valid lines, up to the end of the file or the first statement that the broker does not acknowledge. */
    SendReport to(RecordSink<Statement> destination) {
        String stopped = null;
        try (destination) {
            sendLines(destination);
        } catch (UnusableFileException e) {
            stopped = e.getMessage();
        } catch (IOException e) {
            stopped = file + " could not be read to its end, or the rejects file could not be written: " + e;
        }
        Failure failure = acknowledgements.first();
        if (failure != null) {
            stopped = failure.cause().getMessage();
        } else if (stopped == null && valid.get() + refused.get() == 0) {
            stopped = file + " has no statements; check that the export is complete and that the right sheet was read";
        }
        return report(failure, stopped);
    }

    /** The progress as text. */
    String progress() {
        String acknowledged =
                dryRun ? "" : String.format(Locale.ROOT, "%,d acknowledged, ", acknowledgements.acknowledged());
        return ProgressBar.of(reader.share())
                + String.format(
                        Locale.ROOT,
                        "%,d read, %s%,d refused",
                        valid.get() + refused.get(),
                        acknowledged,
                        refused.get());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // acknowledgements.note takes the outcome
    private void sendLines(RecordSink<Statement> destination) throws IOException {
        for (Line line = reader.next(); line != null && acknowledgements.first() == null; line = reader.next()) {
            if (line instanceof StatementLine good) {
                valid.incrementAndGet();
                destination
                        .send(good.statement())
                        .whenComplete((nothing, failure) -> acknowledgements.note(good.number(), failure));
            } else if (line instanceof InvalidLine bad) {
                refuse(bad);
            }
        }
    }

    private void refuse(InvalidLine bad) throws IOException {
        if (refused.incrementAndGet() <= MAX_REPORTED) {
            problems.addAll(bad.problems());
        }
        kinds.add(bad.problems());
        rejects.add(bad);
    }

    private SendReport report(@Nullable Failure failure, @Nullable String stopped) {
        long acknowledged = dryRun ? 0 : acknowledgements.acknowledged();
        return new SendReport(
                file,
                dryRun,
                new SendReport.Lines(
                        valid.get() + refused.get(),
                        valid.get(),
                        refused.get(),
                        acknowledged,
                        dryRun ? 0 : valid.get() - acknowledged,
                        failure == null ? null : failure.line()),
                reader.ignoredColumns(),
                reader.notes(),
                kinds.kinds(),
                problems,
                stopped);
    }
}
