package io.muster.gateway.auth;

import io.muster.domain.AreaId;
import org.jspecify.annotations.Nullable;

/** Area trees for tests. */
public final class Areas {

    private Areas() {}

    /** @param pairs alternating areas and their parents, which may be null */
    public static AreaLocations tree(@Nullable String... pairs) {
        AreaLocations tree = new AreaLocations();
        for (int i = 0; i < pairs.length; i += 2) {
            String parent = pairs[i + 1];
            tree.put(new AreaId(String.valueOf(pairs[i])), AreaId.ofNullable(parent));
        }
        return tree;
    }
}
