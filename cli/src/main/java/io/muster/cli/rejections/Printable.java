package io.muster.cli.rejections;

import io.muster.contract.topic.RecordKeys;
import io.muster.domain.CanonicalForm;
import io.muster.domain.participant.IdentityNumber;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What may stand on one line of a terminal: text of others could steer it, or fill it. */
final class Printable {

    /** A key has two ids of 256 characters at most. */
    private static final int LONGEST = 600;

    private static final String NUMBER_NOT_SHOWN = "(a bare number, not shown)";

    private Printable() {}

    /**
     * The key as text; null if there is none, or it is not text that can be shown. A participantRef that is a bare number is most likely an
     * identity number, and is not shown.
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
            return text.isBlank() || text.codePoints().anyMatch(Printable::isInvisible)
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

    /** The text with spaces in place of what cannot be shown. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        shortened(text).codePoints().forEach(c -> shown.appendCodePoint(isInvisible(c) ? ' ' : c));
        return shown.toString();
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
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
