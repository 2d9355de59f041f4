package io.muster.streams.mapping;

/** For tests in which the registry is never away. */
public final class Impatience implements RegistryPatience.Waiting {

    @Override
    public void began(String problem) {
        throw new AssertionError("waits for the registry: " + problem);
    }

    @Override
    public void ended() {}
}
