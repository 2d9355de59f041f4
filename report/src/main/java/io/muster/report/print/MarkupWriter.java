package io.muster.report.print;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and SVG that is also well-formed XML, one element per line. Escapes text and attribute values, but not
 * element and attribute names: these must be constants.
 */
final class MarkupWriter {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Starts an element with child elements. */
    MarkupWriter open(String element, Object... namesAndValues) {
        return start(element, namesAndValues).raw(">\n").push(element);
    }

    /** Ends the innermost open element. */
    MarkupWriter close() {
        return raw("</").raw(open.pop()).raw(">\n");
    }

    /** Writes an element that contains only text. */
    MarkupWriter text(String element, String text, Object... namesAndValues) {
        return start(element, namesAndValues).raw(">").escaped(text).raw("</" + element + ">\n");
    }

    /** Writes an empty element. */
    MarkupWriter empty(String element, Object... namesAndValues) {
        return start(element, namesAndValues).raw("/>\n");
    }

    /** Writes markup without escaping. For constants only. */
    MarkupWriter raw(String markup) {
        out.append(markup);
        return this;
    }

    private MarkupWriter push(String element) {
        open.push(element);
        return this;
    }

    private MarkupWriter start(String element, Object... namesAndValues) {
        raw("<").raw(element);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            raw(" ").raw(namesAndValues[i].toString()).raw("=\"");
            escaped(namesAndValues[i + 1].toString()).raw("\"");
        }
        return this;
    }

    private MarkupWriter escaped(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                // replaces characters that are not allowed in XML
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

    /** The complete markup. All elements must be closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("unclosed elements: " + open);
        }
        return out.toString();
    }
}
