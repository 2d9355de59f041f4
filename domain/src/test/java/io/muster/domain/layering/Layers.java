package io.muster.domain.layering;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;

/** Rules about which packages may depend on which. */
public final class Layers {

    private Layers() {}

    /** Among Muster's packages, a module depends only on its own and on the given others. */
    public static ArchRule dependsOnlyOn(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(resideInAPackage("io.muster..")
                        .and(resideOutsideOfPackages(others))
                        .and(resideOutsideOfPackages(module)))
                .because("docs/architecture.md says which modules may depend on which")
                .allowEmptyShould(false);
    }

    /** No class of a module depends on these libraries. */
    public static ArchRule usesNone(String module, String reason, String... libraries) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because(reason);
    }

    /** Packages have no cycles, at any depth. */
    public static ArchRule hasNoCycles() {
        return slices().matching("io.muster.(**)").should().beFreeOfCycles();
    }

    /** Excludes test classes, in folders and in jars. */
    public static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }
}
