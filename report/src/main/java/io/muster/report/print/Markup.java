package io.muster.report.print;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and SVG that is well-formed XML too, an element a line. Texts and values of attributes, which stand in double quotes, are
 * escaped; names of elements and attributes are the program's own.
 */
final class Markup {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element that others go into. */
    Markup open(String element, Object... namesAndValues) {
        return start(element, namesAndValues).raw(">\n").push(element);
    }

    /** Ends the element that was opened last. */
    Markup close() {
        return raw("</").raw(open.pop()).raw(">\n");
    }

    /** An element with nothing but text. */
    Markup text(String element, String text, Object... namesAndValues) {
        return start(element, namesAndValues).raw(">").escaped(text).raw("</" + element + ">\n");
    }

    /** An element with nothing in it. */
    Markup empty(String element, Object... namesAndValues) {
        return start(element, namesAndValues).raw("/>\n");
    }

    /** As it is: only what this program brings along. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    private Markup push(String element) {
        open.push(element);
        return this;
    }

    private Markup start(String element, Object... namesAndValues) {
        raw("<").raw(element);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            raw(" ").raw(namesAndValues[i].toString()).raw("=\"");
            escaped(namesAndValues[i + 1].toString()).raw("\"");
        }
        return this;
    }

    private Markup escaped(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                // what neither HTML nor XML can hold
                default -> out.appendCodePoint(isAllowed(character) ? character : '\uFFFD');
            }
        });
        return this;
    }

    private static boolean isAllowed(int character) {
        boolean isControl = Character.isISOControl(character) && character != '\n' && character != '\t';
        boolean isHalf = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !isControl && !isHalf && (character & 0xFFFE) != 0xFFFE;
    }

    /** All that was written; every element is closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
