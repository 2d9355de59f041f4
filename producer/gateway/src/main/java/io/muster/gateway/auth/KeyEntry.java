package io.muster.gateway.auth;

import io.muster.domain.CanonicalForm;
import io.muster.domain.Ids;
import io.muster.domain.InvalidFieldException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is kept of a key.
 *
 * @param id by which it is found
 * @param name who holds it, for those who look after the keys
 * @param secret what its secret is checked against
 * @param sources the sources that its holder may speak for; {@value #ANY} for all
 * @param areas the areas that its holder may speak for, with all that lie below them; {@value #ANY} for all
 */
public record KeyEntry(
        String id,
        String name,
        SecretHash secret,
        SortedSet<String> sources,
        SortedSet<String> areas,
        Instant createdAt) {

    /** Stands for all sources or all areas. */
    public static final String ANY = "*";

    /** @throws InvalidFieldException if a field has a value it cannot have */
    public KeyEntry {
        name = CanonicalForm.of(name);
        Ids.require("name", name, Ids.problem(name, ""));
        sources = checked("source", sources);
        areas = checked("area", areas);
    }

    static KeyEntry of(
            ApiKey key,
            String name,
            Collection<String> sources,
            Collection<String> areas,
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

    /** Whether the holder may speak for a source. */
    public boolean maySpeakFor(String source) {
        return sources.contains(ANY) || sources.contains(source);
    }

    /** Whether the holder may speak for all areas, known or not. */
    public boolean isForEveryArea() {
        return areas.contains(ANY);
    }

    private static SortedSet<String> checked(String field, SortedSet<String> values) {
        if (values.isEmpty()) {
            throw new InvalidFieldException(field, "must be named at least once; " + ANY + " stands for all");
        }
        SortedSet<String> ids = new TreeSet<>();
        for (String value : values) {
            String id = CanonicalForm.of(value);
            ids.add(Ids.require(field, id, Ids.problem(id, "")));
        }
        return Collections.unmodifiableSortedSet(ids);
    }
}
