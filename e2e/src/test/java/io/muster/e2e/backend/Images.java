package io.muster.e2e.backend;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** The container images, and whether they are available. */
public final class Images {

    /** Versions come from the root pom, passed in by the build. */
    public static final String KAFKA = "apache/kafka:" + version("kafka");

    public static final String REGISTRY = "apicurio/apicurio-registry:" + version("apicurio");

    private static final int PULL_MINUTES = 5;

    private Images() {}

    /** What this machine lacks to run them; empty if nothing. Testcontainers checks for the engine only. */
    static Optional<String> whatIsMissing() {
        return Lookup.MISSING;
    }

    private static Optional<String> look() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("needs a running Docker engine");
        }
        return Stream.of(KAFKA, REGISTRY)
                .map(Images::whatIsMissing)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> whatIsMissing(String image) {
        DockerClient docker = DockerClientFactory.lazyClient();
        try {
            docker.inspectImageCmd(image).exec();
            return Optional.empty();
        } catch (NotFoundException absent) {
            return whyNotPulled(docker, image);
        }
    }

    private static Optional<String> whyNotPulled(DockerClient docker, String image) {
        try {
            boolean pulled = docker.pullImageCmd(image).start().awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
            return pulled
                    ? Optional.empty()
                    : Optional.of("needs the image " + image + ": not pulled within " + PULL_MINUTES + " minutes");
        } catch (DockerException e) {
            return Optional.of(
                    "needs the image " + image + ", which is missing and cannot be pulled: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while pulling " + image);
        }
    }

    private static String version(String of) {
        String property = "muster.e2e." + of + ".version";
        return Objects.requireNonNull(
                System.getProperty(property), () -> "-D" + property + " is missing: run the tests with Maven");
    }

    /** Looked up once: a failing pull takes long. */
    private static final class Lookup {
        private static final Optional<String> MISSING = look();
    }
}
