package io.muster.report.print;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.report.fixture.BacGiang2023.NOTHING_ODD;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.board.Publication;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.reference.Area;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.Bulletins;
import io.muster.report.fixture.BacGiang2023;
import io.muster.report.wording.Language;
import io.muster.schema.Target;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BulletinHtmlTest {

    private static final String NASTY = "</td><script>alert('Yên \"Dũng\"')</script> & \u0000\uD800";

    private final Publication published = BacGiang2023.published(NOTHING_ODD);

    @Test
    void shouldEscapeNames() throws Exception {
        published.put(
                Topics.AREAS,
                "yen-dung",
                ReferenceMapping.toAvro(new Area(
                        areaId("yen-dung"),
                        areaId("bac-giang"),
                        "district",
                        "district",
                        Map.of("vi", NASTY),
                        null,
                        null)));

        Document page = page();

        assertThat(elements(page, "script")).isEmpty();
        assertThat(elements(page, "th"))
                .map(Element::getTextContent)
                .contains("</td><script>alert('Yên \"Dũng\"')</script> & \uFFFD\uFFFD");
    }

    @Test
    void shouldBeSelfContained() throws Exception {
        Document page = page();

        assertThat(elements(page, "style")).hasSize(1);
        assertThat(attributes(page))
                .doesNotContain("style", "src", "href", "srcset", "data")
                .allSatisfy(name -> assertThat(name).doesNotStartWith("on"));
        assertThat(elements(page, "style").get(0).getTextContent()).doesNotContain("url(", "@import");
    }

    @Test
    void shouldAllowItsStylesByHash() throws Exception {
        Document page = page();
        byte[] style = elements(page, "style").get(0).getTextContent().getBytes(StandardCharsets.UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style);

        assertThat(BulletinHtml.styleHash())
                .isEqualTo("sha256-" + Base64.getEncoder().encodeToString(hash));
        assertThat(elements(page, "meta"))
                .map(meta -> meta.getAttribute("content"))
                .contains("default-src 'none'; style-src '" + BulletinHtml.styleHash()
                        + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void shouldDescribePicturesInText() throws Exception {
        Document page = page();

        assertThat(elements(page, "svg"))
                .hasSize(12)
                .allSatisfy(picture -> assertThat(picture.getAttribute("role")).isEqualTo("img"));
        assertThat(elements(page, "desc").get(0).getTextContent()).contains("1,928", "58.69%");
        assertThat(elements(page, "title"))
                .map(Element::getTextContent)
                .contains(
                        "New participants, from the first day on", "Yên Dũng: 318 of 285", "Bắc Giang: 1,928 of 3,285");
    }

    @Test
    void shouldOmitBarsWithoutATargetAndTruncateLongOnes() throws Exception {
        published.put(Topics.TARGETS, RecordKeys.target(BacGiang2023.ID, areaId("yen-the")), null);
        published.put(Topics.TARGETS, RecordKeys.target(BacGiang2023.ID, areaId("luc-nam")), new Target(1L));

        Document page = page();

        assertThat(elements(page, "svg")).hasSize(11);
        assertThat(elements(page, "polygon")).hasSize(1);
    }

    @Test
    void shouldDrawADriveWithoutTargets() throws Exception {
        List.of("bac-giang", "luc-nam")
                .forEach(id -> published.put(Topics.TARGETS, RecordKeys.target(BacGiang2023.ID, areaId(id)), null));

        assertThat(elements(page(), "polyline"))
                .map(line -> line.getAttribute("class"))
                .containsExactly("enrolled");
    }

    private Document page() throws Exception {
        Bulletin bulletin =
                Bulletins.latest(published.board(), BacGiang2023.ID, null).orElseThrow();
        String html = BulletinFormat.HTML.write(bulletin, Language.EN);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Set<String> attributes(Document page) {
        Set<String> names = new HashSet<>();
        for (Element element : elements(page, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                names.add(element.getAttributes().item(i).getNodeName());
            }
        }
        return names;
    }
}
