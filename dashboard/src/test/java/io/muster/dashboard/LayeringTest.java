package io.muster.dashboard;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;

@AnalyzeClasses(packages = "io.muster.dashboard", importOptions = Layers.WithoutTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule MODULES = Layers.dependsOnlyOn(
            "io.muster.dashboard..",
            "io.muster.board..",
            "io.muster.report..",
            "io.muster.http..",
            "io.muster.contract..",
            "io.muster.domain..");

    @ArchTest
    static final ArchRule CYCLES = Layers.hasNoCycles();

    @ArchTest
    static final ArchRule LIBRARIES = Layers.usesNone(
            "io.muster.dashboard..",
            "readers are plain consumers",
            "org.apache.kafka.streams..",
            "org.apache.avro..",
            "picocli..");
}
