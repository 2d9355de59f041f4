package io.muster.simulation.scenario;

import java.util.List;

/** Draws the areas where people are registered, rightly or wrongly. */
final class Places {

    private static final double COMMUNE_NOT_KNOWN = 0.02;

    private final Tree tree;
    private final Chance chance;

    Places(Tree tree, Chance chance) {
        this.tree = tree;
        this.chance = chance;
    }

    /** A commune of the district; now and then the district itself, where no more is known. */
    String in(String districtId) {
        if (chance.happens(COMMUNE_NOT_KNOWN)) {
            return districtId;
        }
        return tree.communesOf(districtId).get(chance.weighted(tree.weightsOf(districtId)));
    }

    /** Another area, in half of the cases in another district. */
    String otherThan(String areaId) {
        return chance.happens(0.5) ? neighbourOf(areaId) : elsewhere(areaId);
    }

    /** Another commune of the same district. */
    String neighbourOf(String areaId) {
        return anyBut(areaId, tree.communesOf(tree.districtOf(areaId)));
    }

    /** A place in another district. */
    String elsewhere(String areaId) {
        return in(anyBut(tree.districtOf(areaId), tree.districts()));
    }

    private String anyBut(String not, List<String> ids) {
        return chance.oneOf(ids.stream().filter(id -> !id.equals(not)).toList());
    }
}
