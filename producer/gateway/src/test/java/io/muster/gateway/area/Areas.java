package io.muster.gateway.area;

import org.jspecify.annotations.Nullable;

/** Trees for tests. */
public final class Areas {

    private Areas() {}

    /** @param pairs an area and the one above it, or null, and so on */
    public static AreaLocations tree(@Nullable String... pairs) {
        AreaLocations tree = new AreaLocations();
        for (int i = 0; i < pairs.length; i += 2) {
            tree.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return tree;
    }
}
