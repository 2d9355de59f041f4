package io.muster.cli.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * The whole terminal, redrawn in place until the user presses q or Ctrl-C. Opening it replaces the handler of Ctrl-C.
 * Closing it, from any thread, restores the terminal.
 */
public final class TerminalScreen implements AutoCloseable {

    /** Renders the lines for a terminal of the given size. */
    @FunctionalInterface
    public interface Drawing {
        List<String> lines(int width, int height);
    }

    private final Terminal terminal;
    private final Attributes before;
    private final Display display;
    private volatile boolean ended;
    private boolean closed;

    private TerminalScreen(Terminal terminal) {
        this.terminal = terminal;
        this.before = terminal.enterRawMode();
        this.display = new Display(terminal, true);
        terminal.handle(Signal.INT, signal -> ended = true);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
    }

    /** Takes over the terminal; empty if standard output is not a terminal with cursor addressing. */
    public static Optional<TerminalScreen> open() {
        return terminal().map(TerminalScreen::new);
    }

    /** Number of columns; empty if standard output is not a terminal. */
    public static OptionalInt width() {
        Optional<Terminal> terminal = terminal();
        try (Terminal known = terminal.orElse(null)) {
            return known == null
                    ? OptionalInt.empty()
                    : OptionalInt.of(known.getSize().getColumns());
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    private static Optional<Terminal> terminal() {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(SystemOutput.SysOut)
                    .dumb(true)
                    .build();
            boolean drawable = !terminal.getType().startsWith(Terminal.TYPE_DUMB)
                    && terminal.getSize().getColumns() > 0
                    && terminal.getStringCapability(Capability.cursor_address) != null;
            if (drawable) {
                return Optional.of(terminal);
            }
            terminal.close();
        } catch (IOException e) {
            // no terminal to draw on
        }
        return Optional.empty();
    }

    /** Redraws the lines that changed. Does nothing once closed. */
    public synchronized void draw(Drawing drawing) {
        if (closed) {
            return;
        }
        Size size = terminal.getSize();
        display.resize(size);
        List<AttributedString> lines = drawing.lines(size.getColumns(), size.getRows()).stream()
                .limit(size.getRows())
                .map(AttributedString::new)
                .toList();
        display.update(lines, -1);
        terminal.flush();
    }

    /**
     * Waits for the user to quit.
     *
     * @return whether the user has quit
     */
    public boolean awaitEnd(Duration atMost) {
        try {
            int key = ended ? NonBlockingReader.EOF : terminal.reader().read(atMost.toMillis());
            ended |= key == 'q' || key == 'Q' || key == NonBlockingReader.EOF;
        } catch (IOException e) {
            ended = true; // the terminal is gone
        }
        return ended;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        ended = true;
        terminal.puts(Capability.exit_ca_mode);
        terminal.puts(Capability.cursor_normal);
        terminal.flush();
        terminal.setAttributes(before);
        try {
            terminal.close();
        } catch (IOException e) {
            // the terminal is gone
        }
    }
}
