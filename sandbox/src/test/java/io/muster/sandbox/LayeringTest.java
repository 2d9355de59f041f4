package io.muster.sandbox;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;

@AnalyzeClasses(packages = "io.muster.sandbox", importOptions = Layers.WithoutTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule MODULES = Layers.dependsOnlyOn("io.muster.sandbox..", "io.muster.contract..");

    @ArchTest
    static final ArchRule CYCLES = Layers.hasNoCycles();

    @ArchTest
    static final ArchRule LIBRARIES =
            Layers.usesNone("io.muster.sandbox..", "commands are in cli", "picocli..", "org.apache.kafka.streams..");
}
