package io.muster.notifier.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.Mark;
import io.muster.notifier.Scope;
import io.muster.notifier.Tiding.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkBookTest {

    private static final Instant AT = Instant.parse("2023-05-18T10:00:00Z");
    private static final OfAlert ALERT = new OfAlert("drive", "yen-dung", AlertRule.SILENT);
    private static final Mark TOLD = new Mark(Kind.FIRING, AT.minusSeconds(60), null, 2, "k", AT, true);
    private static final Scope SCOPE = new Scope(Set.of("drive"), Set.of("b", "a"), Set.of(AlertRule.MISSED));

    private final MarkBook book = new MarkBook();

    @Test
    void shouldKnowWhatWasWritten() {
        Mark attempt = new Mark(Kind.RESOLVED, AT.minusSeconds(60), AT, 0, null, AT, false);
        book.put("office|drive|yen-dung|SILENT", MarkBook.toAvro(TOLD));
        book.put("other|drive|yen-dung|SILENT", MarkBook.toAvro(attempt));
        Mark takenBack = new Mark(Kind.WITHDRAWN, AT, null, 0, "w", AT, false);
        book.put("third|drive|yen-dung|SILENT", MarkBook.toAvro(takenBack));
        book.put("office", MarkBook.toAvro(SCOPE, AT));

        assertThat(book.known("office")).isEqualTo(new Known(Map.of(ALERT, TOLD), SCOPE));
        assertThat(book.known("other")).isEqualTo(new Known(Map.of(ALERT, attempt), null));
        assertThat(book.known("third")).isEqualTo(new Known(Map.of(ALERT, takenBack), null));
        assertThat(book.known("nobody")).isEqualTo(Known.NOTHING);
    }

    @Test
    void shouldForgetWhatWasTakenAway() {
        book.put(MarkBook.key("office", ALERT), MarkBook.toAvro(TOLD));
        book.put(MarkBook.key("office", ALERT), null);

        assertThat(book.known("office")).isEqualTo(Known.NOTHING);
    }

    @Test
    void shouldRefuseAKeyOfAnotherForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> book.put("office|drive", MarkBook.toAvro(TOLD)));
    }
}
