package io.muster.gateway.auth;

import io.muster.domain.AreaId;
import io.muster.domain.CanonicalForm;
import io.muster.domain.Ids;
import io.muster.domain.InvalidFieldException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An API key as stored in the file.
 *
 * @param id identifies the key; not secret
 * @param name holder of the key, for administrators
 * @param secret hash of the secret
 * @param sources sources that the key is valid for; {@value #ANY} for all
 * @param areas areas that the key is valid for, including all areas below them; {@value #ANY} for all
 */
public record KeyEntry(
        String id,
        String name,
        SecretHash secret,
        SortedSet<String> sources,
        SortedSet<AreaId> areas,
        Instant createdAt) {

    /** Wildcard for all sources or all areas. */
    public static final String ANY = "*";

    private static final AreaId ANY_AREA = new AreaId(ANY);

    /** @throws InvalidFieldException if a field is invalid */
    public KeyEntry {
        name = CanonicalForm.of(name);
        Ids.require("name", name, Ids.problem(name, ""));
        sources = checked("source", sources, source -> source);
        areas = checked("area", areas, AreaId::new);
    }

    static KeyEntry of(
            ApiKey key,
            String name,
            Collection<String> sources,
            Collection<AreaId> areas,
            Instant createdAt,
            SecureRandom random) {
        return new KeyEntry(
                key.id(),
                name,
                SecretHash.of(key.secret(), random),
                new TreeSet<>(sources),
                new TreeSet<>(areas),
                createdAt);
    }

    /** Whether the key is valid for a source. */
    public boolean allowsSource(String source) {
        return sources.contains(ANY) || sources.contains(source);
    }

    /** Whether the key is valid for all areas, including unknown ones. */
    public boolean allowsEveryArea() {
        return areas.contains(ANY_AREA);
    }

    private static <T> SortedSet<T> checked(String field, SortedSet<T> values, Function<String, T> canonical) {
        if (values.isEmpty()) {
            throw new InvalidFieldException(field, "must be named at least once; " + ANY + " stands for all");
        }
        SortedSet<T> ids = new TreeSet<>();
        for (T value : values) {
            String id = CanonicalForm.of(value.toString());
            ids.add(canonical.apply(Ids.require(field, id, Ids.problem(id, ""))));
        }
        return Collections.unmodifiableSortedSet(ids);
    }
}
