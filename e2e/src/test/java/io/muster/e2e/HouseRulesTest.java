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
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Set;

/** Dependency rules for packages. Maven's enforcer checks those for modules. */
@AnalyzeClasses(packages = "io.muster", importOptions = HouseRulesTest.WithoutTests.class)
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

    private static final String[] CONTRACT = {"io.muster.schema..", "io.muster.contract..", "io.muster.domain.."};

    private static final String[] SERVICES_KNOW = {
        "io.muster.schema..", "io.muster.contract..", "io.muster.domain..", "io.muster.http.."
    };

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage("io.muster.domain..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("io.muster.domain..", "java..", "javax.crypto..", "org.jspecify.."))
            .because("domain rules are plain Java: no Kafka, no Avro, no I/O");

    @ArchTest
    static final ArchRule SCHEMAS_KNOWS_AVRO_ONLY = classes()
            .that()
            .resideInAPackage("io.muster.schema..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("io.muster.schema..", "java..", "org.apache.avro.."))
            .because("the public records must not impose other dependencies on their users");

    @ArchTest
    static final ArchRule CONTRACT_KNOWS_RECORDS_AND_DOMAIN =
            knowsOnly("io.muster.contract..", "io.muster.schema..", "io.muster.domain..");

    @ArchTest
    static final ArchRule HTTP_KNOWS_NOTHING_OF_OURS = knowsOnly("io.muster.http..");

    @ArchTest
    static final ArchRule CLIENT_KNOWS_THE_CONTRACT = knowsOnly("io.muster.client..", CONTRACT);

    @ArchTest
    static final ArchRule INTAKE_KNOWS_DOMAIN = knowsOnly("io.muster.intake..", "io.muster.domain..");

    @ArchTest
    static final ArchRule GATEWAY_KNOWS_CLIENT_AND_INTAKE = knowsOnly(
            "io.muster.gateway..",
            "io.muster.client..",
            "io.muster.intake..",
            "io.muster.http..",
            "io.muster.contract..",
            "io.muster.domain..",
            "io.muster.schema..");

    @ArchTest
    static final ArchRule SIMULATION_KNOWS_DOMAIN = knowsOnly("io.muster.simulation..", "io.muster.domain..");

    @ArchTest
    static final ArchRule STREAMS_KNOWS_THE_CONTRACT = knowsOnly("io.muster.streams..", SERVICES_KNOW);

    @ArchTest
    static final ArchRule BOARD_KNOWS_THE_CONTRACT = knowsOnly("io.muster.board..", SERVICES_KNOW);

    @ArchTest
    static final ArchRule REPORT_KNOWS_BOARDS =
            knowsOnly("io.muster.report..", "io.muster.board..", "io.muster.domain..");

    @ArchTest
    static final ArchRule NOTIFIER_KNOWS_BOARDS_AND_REPORTS = knowsOnly(
            "io.muster.notifier..",
            "io.muster.board..",
            "io.muster.report..",
            "io.muster.http..",
            "io.muster.contract..",
            "io.muster.domain..",
            "io.muster.schema..");

    @ArchTest
    static final ArchRule DASHBOARD_KNOWS_BOARDS_AND_REPORTS = knowsOnly(
            "io.muster.dashboard..",
            "io.muster.board..",
            "io.muster.report..",
            "io.muster.http..",
            "io.muster.contract..",
            "io.muster.domain..");

    @ArchTest
    static final ArchRule SANDBOX_KNOWS_THE_CONNECTION =
            knowsOnly("io.muster.sandbox..", "io.muster.contract.connection..");

    @ArchTest
    static final ArchRule CLIENT_RUNS_IN_ANY_PROCESS = noClasses()
            .that()
            .resideInAPackage("io.muster.client..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.apache.kafka.streams..",
                    "io.javalin..",
                    "jakarta.servlet..",
                    "org.eclipse.jetty..",
                    "com.sun.net.httpserver..",
                    "picocli.."))
            .because("it is a library for field systems: no Kafka Streams, no HTTP server, no command line");

    @ArchTest
    static final ArchRule FILES_AND_SAMPLES_KNOW_NO_BROKER = noClasses()
            .that()
            .resideInAnyPackage("io.muster.intake..", "io.muster.simulation..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "picocli.."))
            .because("they read files and make domain records");

    @ArchTest
    static final ArchRule THE_READ_SIDE_IS_A_PLAIN_CONSUMER = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.muster.board..", "io.muster.report..", "io.muster.notifier..", "io.muster.dashboard..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.kafka.streams.."))
            .because("it must scale and restart freely, and answer while the streams application rebalances");

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
                    "io.muster.gateway.area..",
                    "io.muster.streams.mapping..",
                    "io.muster.streams.topology..",
                    "io.muster.board..",
                    "io.muster.notifier.marks..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.muster.schema.."))
            .because("rules accept and return domain records");

    @ArchTest
    static final ArchRule TIME_ENVIRONMENT_AND_EXIT_BELONG_TO_WHO_STARTS = noClasses()
            .that(resideOutsideOfPackages("..runtime..", "io.muster.cli..").and(haveNoMain()))
            .should()
            .accessTargetWhere(readsTheClockOrTheEnvironmentOrExits())
            .because("code that takes the time as an argument can be tested; only main, runtime and cli packages"
                    + " read the clock");

    @ArchTest
    static final ArchRule NO_STATIC_MUTABLE_STATE =
            fields().that().areStatic().should().beFinal().because("two instances in one process must not share state");

    @ArchTest
    static final ArchRule NO_CIRCLES_AMONG_ROOMS =
            slices().matching("io.muster.(*).(*)..").should().beFreeOfCycles();

    private static ArchRule knowsOnly(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAPackage("io.muster..")
                        .and(resideOutsideOfPackages(others))
                        .and(resideOutsideOfPackages(room)))
                .because(room + " knows only " + String.join(", ", others));
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

    /** Excludes test classes, including those in test jars. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }
}
