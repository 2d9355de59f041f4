package io.muster.gateway.body;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Format of a body with statements. */
public enum BodyForm {
    /** One JSON object, or an array of them. */
    JSON,
    /** One JSON object per line. */
    LINES,
    /** One CloudEvent in binary mode: attributes in headers, data in the body. */
    EVENT_DATA,
    /** One CloudEvent in structured mode. */
    EVENT,
    /** An array of CloudEvents. */
    EVENTS;

    private static final Map<String, BodyForm> BY_TYPE = Map.of(
            "application/json", JSON,
            "application/x-ndjson", LINES,
            "application/cloudevents+json", EVENT,
            "application/cloudevents-batch+json", EVENTS);

    private static final Pattern CONTENT_TYPE = Pattern.compile(
            "\\s*([\\w.+-]+/[\\w.+-]+)\\s*(?:;\\s*charset\\s*=\\s*\"?([\\w-]+)\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    private static final String ACCEPTED = "application/json, application/x-ndjson, application/cloudevents+json or"
            + " application/cloudevents-batch+json, in UTF-8";

    /**
     * @param contentType the header, or null
     * @param hasEventHeaders whether headers hold CloudEvent attributes
     * @throws RefusedException if the format is not supported
     */
    public static BodyForm of(@Nullable String contentType, boolean hasEventHeaders) {
        if (contentType == null) {
            throw RefusedException.of(415, "there is no Content-Type; send " + ACCEPTED);
        }
        Matcher parts = CONTENT_TYPE.matcher(contentType);
        BodyForm form = parts.matches() ? BY_TYPE.get(parts.group(1).toLowerCase(Locale.ROOT)) : null;
        if (form == null) {
            throw RefusedException.of(415, "this Content-Type is not supported; send " + ACCEPTED);
        }
        String charset = parts.group(2);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw RefusedException.of(415, "this charset is not supported; send UTF-8");
        }
        return form == JSON && hasEventHeaders ? EVENT_DATA : form;
    }
}
