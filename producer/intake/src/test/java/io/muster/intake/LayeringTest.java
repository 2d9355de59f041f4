package io.muster.intake;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;

@AnalyzeClasses(packages = "io.muster.intake", importOptions = Layers.WithoutTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule MODULES = Layers.dependsOnlyOn("io.muster.intake..", "io.muster.domain..");

    @ArchTest
    static final ArchRule CYCLES = Layers.hasNoCycles();

    @ArchTest
    static final ArchRule LIBRARIES = Layers.usesNone(
            "io.muster.intake..",
            "it reads files and returns domain records",
            "org.apache.kafka..",
            "org.apache.avro..",
            "picocli..");
}
