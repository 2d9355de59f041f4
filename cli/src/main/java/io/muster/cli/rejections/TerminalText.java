package io.muster.cli.rejections;

import io.muster.contract.topic.RecordKeys;
import io.muster.domain.CanonicalForm;
import io.muster.domain.participant.IdentityNumber;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes untrusted text safe to print on a terminal: one line, no control characters, bounded length. */
final class TerminalText {

    /** A key has two ids of 256 characters at most. */
    private static final int MAX_LENGTH = 600;

    private static final String NUMBER_NOT_SHOWN = "(a bare number, not shown)";

    private TerminalText() {}

    /**
     * The key as text; null if it is absent or not printable. A participantRef that is a bare number is most likely
     * an identity number, and is masked.
     */
    static @Nullable String key(byte @Nullable [] key) {
        if (key == null) {
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
            return text.isBlank() || text.codePoints().anyMatch(TerminalText::isInvisible)
                    ? null
                    : shortened(withoutNumber(text));
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String withoutNumber(String key) {
        int ref = RecordKeys.participantRefStart(key);
        return IdentityNumber.isBare(CanonicalForm.of(key.substring(ref)))
                ? key.substring(0, ref) + NUMBER_NOT_SHOWN
                : key;
    }

    /** The text with invisible characters replaced by spaces. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        shortened(text).codePoints().forEach(c -> shown.appendCodePoint(isInvisible(c) ? ' ' : c));
        return shown.toString();
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return text.substring(0, end) + "…";
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
