package io.muster.notifier;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;

@AnalyzeClasses(packages = "io.muster.notifier", importOptions = Layers.WithoutTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule MODULES = Layers.dependsOnlyOn(
            "io.muster.notifier..",
            "io.muster.board..",
            "io.muster.report..",
            "io.muster.http..",
            "io.muster.contract..",
            "io.muster.domain..",
            "io.muster.schema..");

    @ArchTest
    static final ArchRule CYCLES = Layers.hasNoCycles();

    @ArchTest
    static final ArchRule LIBRARIES = Layers.usesNone(
            "io.muster.notifier..", "readers are plain consumers", "org.apache.kafka.streams..", "picocli..");
}
