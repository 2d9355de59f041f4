package io.muster.streams.runtime;

import io.muster.streams.config.StreamsSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Makes admin clients for what has to be known or done before the application starts. */
final class AdminClients {

    private static final long LONGEST_REQUEST_MILLIS = 5_000;

    private AdminClients() {}

    /** One that waits as long as the application may take to start. */
    static Admin of(StreamsSettings settings) {
        long patience = settings.startTimeout().toMillis();
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.keySet().retainAll(AdminClientConfig.configNames());
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.min(LONGEST_REQUEST_MILLIS, patience));
        return Admin.create(config);
    }
}
