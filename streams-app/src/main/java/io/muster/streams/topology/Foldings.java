package io.muster.streams.topology;

import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/** For processors that fold a source topic into a store that is rebuilt from that topic. */
public final class Foldings {

    private Foldings() {}

    /**
     * Kafka Streams types such a processor as one that forwards nothing. It is a node like any other, though, and may have
     * sinks below it; only the type stands in the way.
     */
    @SuppressWarnings("unchecked")
    public static ProcessorSupplier<byte[], byte[], Void, Void> thatForward(
            Supplier<? extends Processor<byte[], byte[], ?, ?>> processors) {
        return () -> (Processor<byte[], byte[], Void, Void>) processors.get();
    }
}
