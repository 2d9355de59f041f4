package io.muster.cli.demo;

import io.muster.cli.terminal.CommandFailedException;
import io.muster.client.ReferenceBatch;
import io.muster.domain.CampaignId;
import io.muster.domain.statement.Statement;
import io.muster.intake.reference.ReferenceFiles;
import io.muster.intake.reference.ReferenceReader;
import io.muster.intake.statement.InvalidLine;
import io.muster.intake.statement.Line;
import io.muster.intake.statement.ReadingSettings;
import io.muster.intake.statement.StatementFileReader;
import io.muster.intake.statement.StatementLine;
import io.muster.intake.text.UnusableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A drive to replay: a directory with files of reference records, and statements in {@code enrollments.csv}.
 *
 * @param campaignId the campaign of the drive
 * @param statements in the order in which they arrived
 */
record Scenario(CampaignId campaignId, ReferenceFiles references, List<Statement> statements) {

    private static final String STATEMENTS = "enrollments.csv";

    Scenario {
        statements = List.copyOf(statements);
    }

    /**
     * @param samples the directory of the sample drives
     * @param scenario the name of a sample, or the path of a directory like them
     * @throws CommandFailedException if there is no such scenario, or something in it cannot be read
     */
    static Scenario load(Path samples, String scenario, Instant now) {
        Path folder = Stream.of(samples.resolve(scenario), Path.of(scenario))
                .filter(path -> Files.exists(path.resolve(STATEMENTS)))
                .findFirst()
                .orElseThrow(() -> new CommandFailedException("there is no scenario " + scenario + "; use"
                        + " " + String.join(", ", names(samples)) + ", or a directory with areas, campaigns,"
                        + " targets and "
                        + STATEMENTS));
        ReferenceFiles references = ReferenceReader.read(List.of(folder));
        if (references.isBroken()) {
            throw new CommandFailedException(references.problems().get(0).toString());
        }
        if (references.campaigns().size() != 1) {
            throw new CommandFailedException(folder + " must define one campaign, but defines "
                    + references.campaigns().size());
        }
        return new Scenario(
                references.campaigns().get(0).campaignId(), references, statements(folder.resolve(STATEMENTS), now));
    }

    /** The reference records. Publish them before the statements. */
    ReferenceBatch referenceBatch() {
        ReferenceBatch batch = new ReferenceBatch();
        references.areas().forEach(batch::put);
        references.campaigns().forEach(batch::put);
        references.targets().forEach(batch::put);
        return batch;
    }

    private static List<Statement> statements(Path file, Instant now) {
        List<Statement> statements = new ArrayList<>();
        try (StatementFileReader reader = StatementFileReader.open(file, ReadingSettings.DEFAULTS, now)) {
            for (Line line = reader.next(); line != null; line = reader.next()) {
                if (line instanceof StatementLine good) {
                    statements.add(good.statement());
                } else if (line instanceof InvalidLine bad) {
                    throw new CommandFailedException(bad.problems().get(0).toString());
                }
            }
        } catch (UnusableFileException e) {
            throw new CommandFailedException(e.problem().toString(), e);
        } catch (IOException e) {
            throw new CommandFailedException(file + " cannot be read: " + e, e);
        }
        return statements;
    }

    private static List<String> names(Path samples) {
        try (Stream<Path> folders = Files.list(samples)) {
            return folders.filter(folder -> Files.exists(folder.resolve(STATEMENTS)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(samples + " cannot be read", e);
        }
    }
}
