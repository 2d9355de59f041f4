package io.muster.contract;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;

@AnalyzeClasses(packages = "io.muster.contract", importOptions = Layers.WithoutTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule MODULES =
            Layers.dependsOnlyOn("io.muster.contract..", "io.muster.schema..", "io.muster.domain..");

    @ArchTest
    static final ArchRule CYCLES = Layers.hasNoCycles();

    @ArchTest
    static final ArchRule LIBRARIES = Layers.usesNone(
            "io.muster.contract..",
            "any program that reads or writes the topics can use it",
            "org.apache.kafka.streams..",
            "io.javalin..",
            "picocli..");
}
