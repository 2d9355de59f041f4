package io.muster.domain;

import org.jspecify.annotations.Nullable;

/** What an identifier may look like. */
public final class Ids {

    /** The longest identifier, in UTF-16 units. */
    public static final int MAX_LENGTH = 256;

    private Ids() {}

    /**
     * What is wrong with an identifier, or null. Identifiers become parts of record keys, so one that contains a key separator
     * would make two keys look the same; and one that is not in its {@linkplain CanonicalForm one form} would make two of one. Every statement
     * that is read comes by here: plain ASCII takes one look at each character, and no memory.
     *
     * @param separators characters that stand behind this identifier in a key
     */
    public static @Nullable String problem(String id, String separators) {
        if (id.isBlank()) {
            return "must not be blank";
        }
        if (id.length() > MAX_LENGTH) {
            return "must not be longer than " + MAX_LENGTH + " characters, but has " + id.length();
        }
        boolean isPlain = id.charAt(0) != ' ' && id.charAt(id.length() - 1) != ' ';
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (separators.indexOf(c) >= 0) {
                return "must not contain '" + c + "'";
            }
            isPlain &= c >= ' ' && c <= '~';
        }
        return isPlain ? null : CanonicalForm.problem(id);
    }

    /** What is wrong with a campaign id, or null. */
    public static @Nullable String campaignProblem(String campaignId) {
        return problem(campaignId, ":|");
    }

    /** What is wrong with an area id, or null. */
    public static @Nullable String areaProblem(String areaId) {
        return problem(areaId, "|");
    }

    /**
     * @return the id
     * @throws InvalidFieldException if something is wrong with it
     */
    public static String require(String field, String id, @Nullable String problem) {
        if (problem != null) {
            throw new InvalidFieldException(field, problem);
        }
        return id;
    }
}
