package io.muster.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "Yên Dũng", "a", "12 34", "𠀋"})
    void shouldAcceptAnyTextWithoutSeparators(String id) {
        assertThat(Ids.campaignProblem(id)).isNull();
        assertThat(Ids.areaProblem(id)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void shouldRejectABlankId(String id) {
        assertThat(Ids.problem(id, "")).isEqualTo("must not be blank");
    }

    @Test
    void shouldAcceptTheLongestIdAndRejectALongerOne() {
        assertThat(Ids.problem("x".repeat(256), "")).isNull();
        assertThat(Ids.problem("x".repeat(257), "")).isEqualTo("must not be longer than 256 characters, but has 257");
    }

    @Test
    void shouldRejectTheSeparatorsThatFollowTheIdInAKey() {
        assertThat(Ids.campaignProblem("a:b")).isEqualTo("must not contain ':'");
        assertThat(Ids.campaignProblem("a|b")).isEqualTo("must not contain '|'");
        assertThat(Ids.areaProblem("a|b")).isEqualTo("must not contain '|'");
    }

    @Test
    void shouldAcceptAColonInAnAreaIdBecauseNoKeyHasOneAfterIt() {
        assertThat(Ids.areaProblem("a:b")).isNull();
    }

    @Test
    void shouldRejectControlCharactersAndNameThem() {
        assertThat(Ids.problem("a\0b", "")).contains("U+0000", "at character 2", "control character");
        assertThat(Ids.problem("a\nb", "")).contains("U+000A", "at character 2");
        assertThat(Ids.problem("a\u007fb", "")).contains("U+007F");
        assertThat(Ids.problem("ab\u0085c", "")).contains("U+0085", "at character 3");
        assertThat(Ids.problem("ab\u2028c", "")).contains("U+2028 LINE SEPARATOR");
    }

    @Test
    void shouldRejectLeadingAndTrailingBlanks() {
        assertThat(Ids.problem(" a", "")).isEqualTo("must not begin or end with a blank");
        assertThat(Ids.problem("a ", "")).isEqualTo("must not begin or end with a blank");
    }

    @Test
    void shouldOrderAndShowIdsLikeTheirText() {
        List<String> texts = List.of("a2", "B", "đ", "a10", "", "a");

        assertThat(texts.stream().map(AreaId::new).sorted().map(AreaId::toString))
                .containsExactlyElementsOf(texts.stream().sorted().toList());
        assertThat(texts.stream().map(CampaignId::new).sorted().map(CampaignId::toString))
                .containsExactlyElementsOf(texts.stream().sorted().toList());
    }

    @Test
    void shouldNameTheFieldOfAnInvalidRequiredId() {
        assertThat(Ids.require("areaId", "a", null)).isEqualTo("a");
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> Ids.require("areaId", "", Ids.areaProblem("")))
                .withMessage("areaId must not be blank")
                .satisfies(e -> assertThat(e.field()).isEqualTo("areaId"))
                .satisfies(e -> assertThat(e.problem()).isEqualTo("must not be blank"));
    }
}
