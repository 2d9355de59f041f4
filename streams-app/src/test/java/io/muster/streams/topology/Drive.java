package io.muster.streams.topology;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;

import io.muster.domain.fixture.ReferencesBuilder;

/** The campaign of most tests: May 2023, in a province with two districts, one of which has two communes. */
final class Drive {

    private Drive() {}

    static ReferencesBuilder drive() {
        return areas().campaign("drive", "2023-05-01", "2023-05-31", "bac-giang");
    }

    static ReferencesBuilder areas() {
        return someReferences()
                .area("bac-giang", null, "province")
                .area("yen-dung", "bac-giang", "district")
                .area("son-dong", "bac-giang", "district")
                .area("tan-an", "yen-dung", "commune")
                .area("nham-bien", "yen-dung", "commune");
    }
}
