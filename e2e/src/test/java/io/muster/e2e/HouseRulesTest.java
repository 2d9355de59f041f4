package io.muster.e2e;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.muster.domain.layering.Layers;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
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
            .because("the public records must not impose other dependencies on their users");

    @ArchTest
    static final ArchRule ONLY_CLI_KNOWS_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.cli..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("picocli..", "org.jline.."))
            .because("services can be started without the launcher");

    @ArchTest
    static final ArchRule ONLY_SANDBOX_TOUCHES_KAFKA_SERVER_CLASSES = noClasses()
            .that()
            .resideOutsideOfPackage("io.muster.sandbox..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(KAFKA_SERVER))
            .because("they are not public API, and embedding must change addresses only");

    @ArchTest
    static final ArchRule AVRO_RECORDS_LIVE_AT_THE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.muster.schema..",
                    "io.muster.contract..",
                    "io.muster.client..",
                    "io.muster.gateway.auth..",
                    "io.muster.streams.mapping..",
                    "io.muster.streams.topology..",
                    "io.muster.board..",
                    "io.muster.notifier.log..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.muster.schema.."))
            .because("rules accept and return domain records");

    @ArchTest
    static final ArchRule ONLY_ENTRY_POINTS_READ_CLOCK_OR_ENVIRONMENT_OR_EXIT = noClasses()
            .that(resideOutsideOfPackages("..runtime..", "io.muster.cli..").and(haveNoMain()))
            .should()
            .accessTargetWhere(readsTheClockOrTheEnvironmentOrExits())
            .because("code that takes the time as an argument can be tested; only main, runtime and cli packages"
                    + " read the clock");

    @ArchTest
    static final ArchRule NO_STATIC_MUTABLE_STATE =
            fields().that().areStatic().should().beFinal().because("two instances in one process must not share state");

    @ArchTest
    static final ArchRule NO_CYCLES_BETWEEN_PACKAGES = Layers.hasNoCycles();

    @ArchTest
    static void namesMeanOneThing(JavaClasses all) {
        Map<String, List<String>> classes = all.stream()
                .filter(one -> one.isTopLevelClass() && !one.getSimpleName().equals("package-info"))
                // an Avro record means the same as the domain record of its name
                .filter(one -> !one.getPackageName().equals("io.muster.schema"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));

        assertThat(classes.values()).allSatisfy(names -> assertThat(names).hasSize(1));
    }

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
