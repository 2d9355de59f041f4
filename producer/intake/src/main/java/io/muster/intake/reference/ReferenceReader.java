package io.muster.intake.reference;

import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.Target;
import io.muster.intake.row.CsvRows;
import io.muster.intake.row.Fields;
import io.muster.intake.row.Heading;
import io.muster.intake.row.InputRow;
import io.muster.intake.row.Naming;
import io.muster.intake.text.FileStart;
import io.muster.intake.text.Problem;
import io.muster.intake.text.UnusableFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads campaigns, areas and targets from CSV files. Detects the kind of each file from its headings. Reads all files
 * to the end, so that all problems are reported at once.
 */
public final class ReferenceReader {

    private final List<Located<Campaign>> campaigns = new ArrayList<>();
    private final List<Located<Area>> areas = new ArrayList<>();
    private final List<Located<Target>> targets = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<Path> statementFiles = new ArrayList<>();
    private final List<String> emptyFiles = new ArrayList<>();

    private ReferenceReader() {}

    /** Reads files and the CSV files of directories. Statement files in directories are skipped. */
    public static ReferenceFiles read(List<Path> paths) {
        ReferenceReader reader = new ReferenceReader();
        for (Path path : paths) {
            reader.readPath(path);
            reader.refuseStatements(path);
        }
        reader.noteEmpty();
        ReferenceChecks checks = new ReferenceChecks(reader.campaigns, reader.areas, reader.targets);
        reader.problems.addAll(checks.problems());
        reader.warnings.addAll(checks.warnings());
        return new ReferenceFiles(
                records(reader.campaigns),
                records(reader.areas),
                records(reader.targets),
                reader.problems,
                reader.warnings,
                reader.statementFiles);
    }

    /** An empty file is a warning; if all files are empty, it is a problem. */
    private void noteEmpty() {
        boolean hasNothing = campaigns.isEmpty() && areas.isEmpty() && targets.isEmpty() && problems.isEmpty();
        for (String file : emptyFiles) {
            (hasNothing ? problems : warnings)
                    .add(Problem.ofFile(
                            file, "has headings, but no line below them", "check that the export is complete"));
        }
    }

    private void readPath(Path path) {
        try {
            if (Files.isDirectory(path)) {
                readDirectory(path);
            } else {
                readFile(path);
            }
        } catch (NoSuchFileException e) {
            problems.add(Problem.ofFile(path.toString(), "does not exist", "check the path"));
        } catch (IOException e) {
            problems.add(Problem.ofFile(path.toString(), "cannot be read: " + e, "check the disk and the permissions"));
        } catch (UnusableFileException e) {
            problems.add(e.problem());
        }
    }

    private void refuseStatements(Path path) {
        if (statementFiles.remove(path)) {
            problems.add(Problem.ofFile(
                    path.toString(),
                    "holds statements, not campaigns, areas or targets",
                    "publish it with muster send"));
        }
    }

    private void readDirectory(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(ReferenceReader::isCsv).sorted().toList();
        }
        if (files.isEmpty()) {
            problems.add(Problem.ofFile(
                    directory.toString(), "has no CSV files", "put campaigns.csv, areas.csv and targets.csv there"));
        }
        for (Path file : files) {
            if (ReferenceKind.byName(name(file)) == ReferenceKind.ENROLLMENTS) {
                statementFiles.add(file);
            } else {
                readPath(file);
            }
        }
    }

    private void readFile(Path path) throws IOException {
        String file = path.toString();
        try (CsvRows rows = open(file, path)) {
            Heading heading = rows.heading();
            ReferenceKind kind = ReferenceKind.of(name(path), heading);
            if (kind == null) {
                throw new UnusableFileException(Problem.ofFile(
                        file,
                        "holds neither campaigns nor areas nor targets; found " + String.join(", ", heading.columns()),
                        "correct the headings"));
            }
            if (kind == ReferenceKind.ENROLLMENTS) {
                statementFiles.add(path);
                return;
            }
            heading.require(kind.required(), kind::isKnown);
            warnOfIgnored(file, heading, kind);
            readRows(file, rows, kind);
        }
    }

    private static CsvRows open(String file, Path path) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(path));
        try {
            FileStart start = FileStart.of(in);
            start.requireText(file);
            return CsvRows.open(file, in, start.encoding(), Naming.BY_FIELD);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private void readRows(String file, CsvRows rows, ReferenceKind kind) throws IOException {
        List<String> names = rows.heading().columns().stream()
                .filter(column -> column.startsWith(ReferenceKind.NAME_PREFIX))
                .toList();
        InputRow first = rows.next();
        if (first == null) {
            emptyFiles.add(file);
        }
        for (InputRow row = first; row != null; row = rows.next()) {
            Fields fields = row.fields();
            if (!fields.isBroken()) {
                switch (kind) {
                    case AREAS -> add(areas, fields, ReferenceFields.area(fields, names));
                    case CAMPAIGNS -> add(campaigns, fields, ReferenceFields.campaign(fields, names));
                    case TARGETS -> add(targets, fields, ReferenceFields.target(fields));
                    case ENROLLMENTS -> throw new IllegalStateException("statements are no reference records");
                }
            }
            problems.addAll(fields.problems());
        }
    }

    private static <T> void add(List<Located<T>> records, Fields fields, @Nullable T record) {
        if (record != null) {
            records.add(new Located<>(fields.file(), fields.line(), record));
        }
    }

    private void warnOfIgnored(String file, Heading heading, ReferenceKind kind) {
        var ignored = heading.unread(kind::isKnown);
        if (!ignored.isEmpty()) {
            warnings.add(Problem.ofFile(
                    file,
                    "has columns that are ignored: " + String.join(", ", ignored),
                    "remove them, or correct their names"));
        }
    }

    private static boolean isCsv(Path path) {
        String name = name(path).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(path) && (name.endsWith(".csv") || name.endsWith(".tsv"));
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static <T> List<T> records(List<Located<T>> located) {
        return located.stream().map(Located::record).toList();
    }
}
