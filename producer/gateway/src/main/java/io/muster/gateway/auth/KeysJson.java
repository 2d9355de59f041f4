package io.muster.gateway.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.muster.domain.AreaId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON format of the keys file. */
final class KeysJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .withConfigOverride(List.class, lists -> lists.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .build();

    private record AllKeys(@JsonProperty("keys") List<OneKey> keys) {}

    private record OneKey(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name,
            @JsonProperty("sources") List<String> sources,
            @JsonProperty("areas") List<String> areas,
            @JsonProperty("createdAt") String createdAt,
            @JsonProperty("salt") String salt,
            @JsonProperty("hash") String hash) {

        static OneKey of(KeyEntry key) {
            return new OneKey(
                    key.id(),
                    key.name(),
                    List.copyOf(key.sources()),
                    key.areas().stream().map(AreaId::value).toList(),
                    key.createdAt().toString(),
                    key.secret().salt(),
                    key.secret().hash());
        }

        KeyEntry entry() {
            return new KeyEntry(
                    id,
                    name,
                    new SecretHash(salt, hash),
                    new TreeSet<>(sources),
                    areas.stream().map(AreaId::new).collect(Collectors.toCollection(TreeSet::new)),
                    Instant.parse(createdAt));
        }
    }

    private KeysJson() {}

    static List<KeyEntry> read(byte[] json) throws IOException {
        @Nullable AllKeys all = JSON.readValue(json, AllKeys.class);
        if (all == null) {
            throw new IOException("it contains null instead of keys");
        }
        try {
            return all.keys().stream().map(OneKey::entry).toList();
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static byte[] write(List<KeyEntry> keys) throws IOException {
        return JSON.writeValueAsBytes(new AllKeys(keys.stream().map(OneKey::of).toList()));
    }
}
