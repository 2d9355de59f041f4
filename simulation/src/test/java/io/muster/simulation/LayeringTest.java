package io.muster.simulation;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;

@AnalyzeClasses(packages = "io.muster.simulation", importOptions = Layers.WithoutTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule MODULES = Layers.dependsOnlyOn("io.muster.simulation..", "io.muster.domain..");

    @ArchTest
    static final ArchRule CYCLES = Layers.hasNoCycles();

    @ArchTest
    static final ArchRule LIBRARIES = Layers.usesNone(
            "io.muster.simulation..",
            "it returns domain records",
            "org.apache.kafka..",
            "org.apache.avro..",
            "picocli..");
}
