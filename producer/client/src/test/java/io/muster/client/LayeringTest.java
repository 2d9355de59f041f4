package io.muster.client;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;

@AnalyzeClasses(packages = "io.muster.client", importOptions = Layers.WithoutTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule MODULES = Layers.dependsOnlyOn(
            "io.muster.client..", "io.muster.schema..", "io.muster.contract..", "io.muster.domain..");

    @ArchTest
    static final ArchRule CYCLES = Layers.hasNoCycles();

    @ArchTest
    static final ArchRule LIBRARIES = Layers.usesNone(
            "io.muster.client..",
            "it is a library for field systems",
            "org.apache.kafka.streams..",
            "io.javalin..",
            "jakarta.servlet..",
            "org.eclipse.jetty..",
            "com.sun.net.httpserver..",
            "picocli..");
}
