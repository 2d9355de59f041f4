package io.muster.gateway.http;

import io.javalin.http.Context;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import io.muster.gateway.area.AreaLocations;
import io.muster.gateway.auth.KeyEntry;
import io.muster.gateway.auth.KeyRing;
import io.muster.gateway.body.Body;
import io.muster.gateway.body.BodyForm;
import io.muster.gateway.body.BodyLimits;
import io.muster.gateway.body.Budget;
import io.muster.gateway.body.Flaw;
import io.muster.gateway.body.Gunzip;
import io.muster.gateway.body.IncomingBody;
import io.muster.gateway.body.Reading;
import io.muster.gateway.body.RecordReader;
import io.muster.gateway.body.RefusedException;
import io.muster.gateway.http.Answers.Refused;
import io.muster.gateway.send.Delivery;
import io.muster.gateway.send.Outbox;
import io.muster.http.Reply;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes statements: who sends them, whether they are taken at all, the body, its records, the rights, the broker, the answer. No
 * thread waits for any of it.
 */
public final class EnrollmentsHandler {

    private final Authentication authentication;
    private final Rights rights;
    private final Rates rates;
    private final BodyLimits limits;
    private final Budget budget;
    private final RecordReader records;
    private final Outbox outbox;
    private final GatewayMetrics metrics;

    /**
     * @param perSecond how many statements a second each key may send
     * @param budget for the bodies of all requests
     */
    public EnrollmentsHandler(
            KeyRing keys,
            AreaLocations areas,
            int perSecond,
            BodyLimits limits,
            Budget budget,
            RecordReader records,
            Outbox outbox,
            GatewayMetrics metrics) {
        this.authentication = new Authentication(keys);
        this.rights = new Rights(areas);
        this.rates = new Rates(perSecond, limits.maxRecords());
        this.limits = limits;
        this.budget = budget;
        this.records = records;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** @param executor in which answers are written: a slow reader must not hold up the thread that talks to the broker */
    void handle(Context context, Executor executor) {
        KeyEntry key = authentication.require(context);
        AccessLog.setKey(context, key.id());
        rates.take(key.id(), 1);
        BodyForm form = BodyForm.of(context.header("Content-Type"), context.header("ce-specversion") != null);
        boolean packed = isPacked(context.header("Content-Encoding"));
        if (context.req().getContentLengthLong() > limits.maxBytes()) {
            throw IncomingBody.tooLong(limits);
        }
        Map<String, String> eventHeaders = eventHeaders(context);
        context.future(() -> {
            Budget.Claim claim = budget.claim();
            return IncomingBody.receive(input(context), limits, claim)
                    .thenApply(body -> packed ? Gunzip.unpack(body, limits, claim) : body)
                    .thenCompose(body -> take(context, key, form, body, eventHeaders))
                    .handleAsync(
                            (reply, failure) -> {
                                claim.close();
                                (failure == null ? reply : Failures.reply(failure)).to(context);
                                return reply;
                            },
                            executor);
        });
    }

    private CompletableFuture<Reply> take(
            Context context, KeyEntry key, BodyForm form, Body body, Map<String, String> eventHeaders) {
        List<Reading> readings = records.read(form, body, eventHeaders);
        AccessLog.setRecords(context, readings.size());
        rates.take(key.id(), readings.size() - 1);
        List<Reading.Good> allowed = new ArrayList<>(readings.size());
        List<Refused> refused = new ArrayList<>();
        for (Reading reading : readings) {
            sort(key, reading, allowed, refused);
        }
        if (allowed.isEmpty()) {
            return CompletableFuture.completedFuture(reply(new Verdict(0, refused, List.of())));
        }
        List<Statement> statements =
                allowed.stream().map(Reading.Good::statement).toList();
        CompletableFuture<Delivery> sent = outbox.send(statements);
        if (sent == null) {
            throw RefusedException.later(
                    503, "too many statements wait for the broker; send the same again a little later", 2);
        }
        return sent.thenApply(delivery -> reply(verdict(allowed, refused, delivery)));
    }

    private void sort(KeyEntry key, Reading reading, List<Reading.Good> allowed, List<Refused> refused) {
        if (reading instanceof Reading.Bad bad) {
            refused.add(new Refused(bad.index(), bad.eventId(), 400, bad.flaws()));
        } else if (reading instanceof Reading.Good good) {
            Flaw flaw = rights.flaw(key, good.statement());
            if (flaw == null) {
                allowed.add(good);
            } else {
                refused.add(refused(good, 403, flaw));
            }
        }
    }

    private static Verdict verdict(List<Reading.Good> sent, List<Refused> refused, Delivery delivery) {
        List<Refused> all = new ArrayList<>(refused);
        List<Integer> unacknowledged = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Rejection rule = delivery.refused().get(i);
            if (rule != null) {
                all.add(refused(sent.get(i), 400, new Flaw(rule.field(), rule.problem(), "correct it")));
            } else if (!delivery.acknowledged().get(i)) {
                unacknowledged.add(sent.get(i).index());
            }
        }
        return new Verdict(delivery.acknowledged().cardinality(), all, unacknowledged);
    }

    private static Refused refused(Reading.Good good, int status, Flaw flaw) {
        return new Refused(good.index(), good.statement().eventId().toString(), status, List.of(flaw));
    }

    private Reply reply(Verdict verdict) {
        metrics.records(verdict);
        return verdict.reply();
    }

    private static boolean isPacked(@Nullable String encoding) {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return true;
        }
        throw RefusedException.of(
                415, "this Content-Encoding is not taken; send gzip or none", "Accept-Encoding", "gzip");
    }

    private static Map<String, String> eventHeaders(Context context) {
        Map<String, String> headers = new HashMap<>();
        context.headerMap().forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("ce-")) {
                headers.put(lower, value);
            }
        });
        return headers;
    }

    private static ServletInputStream input(Context context) {
        try {
            return context.req().getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
