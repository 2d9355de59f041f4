package io.muster.streams.mapping;

/** For tests in which the registry is always available. */
public final class NoRegistryOutage implements RegistryRetry.OutageListener {

    @Override
    public void began(String problem) {
        throw new AssertionError("unexpected wait for the registry: " + problem);
    }

    @Override
    public void ended() {}
}
