package io.muster.e2e;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Set;

/** Rules for all modules together. The LayeringTest of each module says what that module may depend on. */
@AnalyzeClasses(packages = "io.muster", importOptions = Layers.WithoutTests.class)
class HouseRulesTest {

    private static final String[] KAFKA_SERVER = {
        "kafka..",
        "org.apache.kafka.server..",
        "org.apache.kafka.metadata..",
        "org.apache.kafka.raft..",
        "org.apache.kafka.controller..",
        "org.apache.kafka.image..",
        "org.apache.kafka.storage..",
        "org.apache.kafka.coordinator.."
    };

    @ArchTest
    static final ArchRule SCHEMAS_KNOWS_AVRO_ONLY = classes()
            .that()
            .resideInAPackage("io.muster.schema..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("io.muster.schema..", "java..", "org.apache.avro.."))
            .because("the public records are for anyone, whatever else they use");

    @ArchTest
    static final ArchRule ONLY_CLI_KNOWS_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.cli..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("picocli..", "org.jline.."))
            .because("services are started by anything, not by our launcher alone");

    @ArchTest
    static final ArchRule ONLY_SANDBOX_TOUCHES_KAFKA_SERVER_CLASSES = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.sandbox..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(KAFKA_SERVER))
            .because("they are no public API, and embedding changes addresses only");

    @ArchTest
    static final ArchRule AVRO_RECORDS_LIVE_AT_THE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.muster.schema..",
                    "io.muster.contract..",
                    "io.muster.client..",
                    "io.muster.gateway.area..",
                    "io.muster.streams.mapping..",
                    "io.muster.streams.topology..",
                    "io.muster.board..",
                    "io.muster.notifier.marks..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.muster.schema.."))
            .because("rules take and give domain records");

    @ArchTest
    static final ArchRule TIME_ENVIRONMENT_AND_EXIT_BELONG_TO_WHO_STARTS = noClasses()
            .that(resideOutsideOfPackages("..runtime..", "io.muster.cli..").and(haveNoMain()))
            .should()
            .accessTargetWhere(readsTheClockOrTheEnvironmentOrExits())
            .because("what is handed the time can be tested; only main, runtime and cli packages read it");

    @ArchTest
    static final ArchRule NO_STATIC_MUTABLE_STATE = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("two instances in one process must not share what changes");

    @ArchTest
    static final ArchRule NO_CIRCLES_AMONG_ROOMS =
            slices().matching("io.muster.(*).(*)..").should().beFreeOfCycles();

    private static DescribedPredicate<JavaClass> haveNoMain() {
        return DescribedPredicate.describe(
                "have no main method",
                type -> type.tryGetMethod("main", String[].class).isEmpty());
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheClockOrTheEnvironmentOrExits() {
        Set<String> ofSystem = Set.of("currentTimeMillis", "getenv", "exit");
        return DescribedPredicate.describe("reads the clock or the environment, or exits", access -> {
            JavaClass owner = access.getTargetOwner();
            String method = access.getTarget().getName();
            return (owner.isEquivalentTo(System.class) && ofSystem.contains(method))
                    || (owner.isEquivalentTo(Runtime.class)
                            && Set.of("exit", "halt").contains(method))
                    || (owner.isEquivalentTo(Clock.class) && method.startsWith("system"))
                    || (owner.isAssignableTo(Temporal.class) && method.equals("now"));
        });
    }
}
