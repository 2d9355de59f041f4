package io.muster.contract.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CausesTest {

    private final IOException inner = new IOException("inner");
    private final IOException outer = new IOException("outer", new IllegalStateException(inner));

    @Test
    void shouldFindTheRootCause() {
        assertThat(Causes.root(outer)).isSameAs(inner);
        assertThat(Causes.root(inner)).isSameAs(inner);
        assertThat(Causes.rootMessage(outer)).isEqualTo("inner");
        assertThat(Causes.rootMessage(new IOException())).isEqualTo("IOException");
    }

    @Test
    void shouldFindCausesByType() {
        assertThat(Causes.first(outer, IOException.class)).containsSame(outer);
        assertThat(Causes.last(outer, IOException.class)).containsSame(inner);
        assertThat(Causes.first(outer, NullPointerException.class)).isEmpty();
    }
}
