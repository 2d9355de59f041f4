package io.muster.gateway;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;

@AnalyzeClasses(packages = "io.muster.gateway", importOptions = Layers.WithoutTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule MODULES = Layers.dependsOnlyOn(
            "io.muster.gateway..",
            "io.muster.client..",
            "io.muster.intake..",
            "io.muster.http..",
            "io.muster.contract..",
            "io.muster.domain..",
            "io.muster.schema..");

    @ArchTest
    static final ArchRule CYCLES = Layers.hasNoCycles();

    @ArchTest
    static final ArchRule LIBRARIES = Layers.usesNone(
            "io.muster.gateway..",
            "services can be started without our launcher",
            "org.apache.kafka.streams..",
            "picocli..");
}
