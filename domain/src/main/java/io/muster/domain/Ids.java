package io.muster.domain;

import org.jspecify.annotations.Nullable;

/** The rules for identifiers. */
public final class Ids {

    /** The maximum length of an identifier, in UTF-16 code units. */
    public static final int MAX_LENGTH = 256;

    private Ids() {}

    /**
     * The problem of an identifier, or null if it is valid. Identifiers become parts of record keys. A key separator
     * inside an identifier would make keys ambiguous. An identifier that is not in
     * {@linkplain CanonicalForm canonical form} would count as a second one. This runs for every statement that is
     * read, so plain ASCII is checked in one pass and without allocation.
     *
     * @param separators characters that separate this identifier from the next part of a key
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

    /** The problem of a campaign id, or null if it is valid. */
    public static @Nullable String campaignProblem(String campaignId) {
        return problem(campaignId, ":|");
    }

    /** The problem of an area id, or null if it is valid. */
    public static @Nullable String areaProblem(String areaId) {
        return problem(areaId, "|");
    }

    /** @throws InvalidFieldException if the id of a campaign has a problem */
    public static void requireCampaign(String field, CampaignId campaignId) {
        require(field, campaignId.value(), campaignProblem(campaignId.value()));
    }

    /** @throws InvalidFieldException if the id of an area has a problem */
    public static void requireArea(String field, AreaId areaId) {
        require(field, areaId.value(), areaProblem(areaId.value()));
    }

    /**
     * Returns the id if it has no problem.
     *
     * @param problem the problem of the id, or null if it is valid
     * @throws InvalidFieldException if there is a problem
     */
    public static String require(String field, String id, @Nullable String problem) {
        if (problem != null) {
            throw new InvalidFieldException(field, problem);
        }
        return id;
    }
}
