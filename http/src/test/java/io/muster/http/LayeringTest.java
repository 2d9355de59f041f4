package io.muster.http;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;

@AnalyzeClasses(packages = "io.muster.http", importOptions = Layers.WithoutTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule MODULES = Layers.dependsOnlyOn("io.muster.http..");

    @ArchTest
    static final ArchRule CYCLES = Layers.hasNoCycles();

    @ArchTest
    static final ArchRule LIBRARIES = Layers.usesNone(
            "io.muster.http..",
            "services must not depend on how they are launched, nor on Kafka",
            "picocli..",
            "org.apache.kafka..");
}
