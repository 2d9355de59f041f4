package io.muster.board;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;

@AnalyzeClasses(packages = "io.muster.board", importOptions = Layers.WithoutTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule MODULES = Layers.dependsOnlyOn(
            "io.muster.board..",
            "io.muster.schema..",
            "io.muster.contract..",
            "io.muster.domain..",
            "io.muster.http..");

    @ArchTest
    static final ArchRule CYCLES = Layers.hasNoCycles();

    @ArchTest
    static final ArchRule LIBRARIES = Layers.usesNone(
            "io.muster.board..", "readers are plain consumers", "org.apache.kafka.streams..", "picocli..");
}
