package io.muster.cli.send;

import io.muster.intake.statement.BadLine;
import io.muster.intake.statement.StatementReader;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that gets the refused lines. It is begun anew, and stays empty where nothing is refused. */
final class RejectsFile implements Closeable {

    private final StatementReader reader;
    private final OutputStream out;
    private boolean begun;

    private RejectsFile(StatementReader reader, OutputStream out) {
        this.reader = reader;
        this.out = out;
    }

    static RejectsFile create(Path file, StatementReader reader) throws IOException {
        return new RejectsFile(reader, new BufferedOutputStream(Files.newOutputStream(file)));
    }

    /** Where nobody wants the refused lines. */
    static RejectsFile none(StatementReader reader) {
        return new RejectsFile(reader, OutputStream.nullOutputStream());
    }

    void add(BadLine line) throws IOException {
        if (!begun) {
            reader.writeRejectHeading(out);
            begun = true;
        }
        reader.writeReject(line, out);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
