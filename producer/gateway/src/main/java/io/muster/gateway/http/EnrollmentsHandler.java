package io.muster.gateway.http;

import io.javalin.http.Context;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import io.muster.gateway.auth.ApiKeys;
import io.muster.gateway.auth.AreaLocations;
import io.muster.gateway.auth.KeyEntry;
import io.muster.gateway.body.Body;
import io.muster.gateway.body.BodyForm;
import io.muster.gateway.body.BodyLimits;
import io.muster.gateway.body.Gunzip;
import io.muster.gateway.body.IncomingBody;
import io.muster.gateway.body.MemoryBudget;
import io.muster.gateway.body.ParsedRecord;
import io.muster.gateway.body.RecordProblem;
import io.muster.gateway.body.RecordReader;
import io.muster.gateway.body.RefusedException;
import io.muster.gateway.http.ResponseBodies.Refused;
import io.muster.gateway.send.SendResult;
import io.muster.gateway.send.StatementSender;
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
 * Handles a request with statements: authentication, rate limit, body, records, authorization, sending, response.
 * Fully asynchronous: no thread waits for any of it.
 */
public final class EnrollmentsHandler {

    private final Authentication authentication;
    private final Authorization authorization;
    private final RateLimiter rateLimiter;
    private final BodyLimits limits;
    private final MemoryBudget memory;
    private final RecordReader records;
    private final StatementSender sender;
    private final GatewayMetrics metrics;

    /**
     * @param statementsPerSecond rate limit per key, in statements
     * @param memory for the bodies of all requests
     */
    public EnrollmentsHandler(
            ApiKeys keys,
            AreaLocations areas,
            int statementsPerSecond,
            BodyLimits limits,
            MemoryBudget memory,
            RecordReader records,
            StatementSender sender,
            GatewayMetrics metrics) {
        this.authentication = new Authentication(keys);
        this.authorization = new Authorization(areas);
        this.rateLimiter = new RateLimiter(statementsPerSecond, limits.maxRecords());
        this.limits = limits;
        this.memory = memory;
        this.records = records;
        this.sender = sender;
        this.metrics = metrics;
    }

    /** @param executor writes responses, so that a slow client does not block the producer thread */
    void handle(Context context, Executor executor) {
        KeyEntry key = authentication.require(context);
        AccessLog.setKey(context, key.id());
        rateLimiter.take(key.id(), 1);
        BodyForm form = BodyForm.of(context.header("Content-Type"), context.header("ce-specversion") != null);
        boolean compressed = isCompressed(context.header("Content-Encoding"));
        if (context.req().getContentLengthLong() > limits.maxBytes()) {
            throw IncomingBody.tooLong(limits);
        }
        Map<String, String> eventHeaders = eventHeaders(context);
        context.future(() -> {
            MemoryBudget.Reservation reservation = memory.reservation();
            return IncomingBody.receive(input(context), limits, reservation)
                    .thenApply(body -> compressed ? Gunzip.unpack(body, limits, reservation) : body)
                    .thenCompose(body -> process(context, key, form, body, eventHeaders))
                    .handleAsync(
                            (reply, failure) -> {
                                reservation.close();
                                (failure == null ? reply : ErrorResponses.reply(failure)).to(context);
                                return reply;
                            },
                            executor);
        });
    }

    private CompletableFuture<Reply> process(
            Context context, KeyEntry key, BodyForm form, Body body, Map<String, String> eventHeaders) {
        List<ParsedRecord> parsed = records.read(form, body, eventHeaders);
        AccessLog.setRecords(context, parsed.size());
        rateLimiter.take(key.id(), parsed.size() - 1);
        List<ParsedRecord.Valid> allowed = new ArrayList<>(parsed.size());
        List<Refused> refused = new ArrayList<>();
        for (ParsedRecord record : parsed) {
            sort(key, record, allowed, refused);
        }
        if (allowed.isEmpty()) {
            return CompletableFuture.completedFuture(reply(new RecordOutcomes(0, refused, List.of())));
        }
        List<Statement> statements =
                allowed.stream().map(ParsedRecord.Valid::statement).toList();
        CompletableFuture<SendResult> sent = sender.send(statements);
        if (sent == null) {
            throw RefusedException.later(
                    503, "too many statements are waiting for the broker; send the same request again shortly", 2);
        }
        return sent.thenApply(result -> reply(outcomes(allowed, refused, result)));
    }

    private void sort(KeyEntry key, ParsedRecord record, List<ParsedRecord.Valid> allowed, List<Refused> refused) {
        if (record instanceof ParsedRecord.Invalid invalid) {
            refused.add(new Refused(invalid.index(), invalid.eventId(), 400, invalid.problems()));
        } else if (record instanceof ParsedRecord.Valid valid) {
            RecordProblem problem = authorization.problem(key, valid.statement());
            if (problem == null) {
                allowed.add(valid);
            } else {
                refused.add(refused(valid, 403, problem));
            }
        }
    }

    private static RecordOutcomes outcomes(List<ParsedRecord.Valid> sent, List<Refused> refused, SendResult result) {
        List<Refused> all = new ArrayList<>(refused);
        List<Integer> unacknowledged = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Rejection rule = result.refused().get(i);
            if (rule != null) {
                all.add(refused(sent.get(i), 400, new RecordProblem(rule.field(), rule.problem(), "correct it")));
            } else if (!result.acknowledged().get(i)) {
                unacknowledged.add(sent.get(i).index());
            }
        }
        return new RecordOutcomes(result.acknowledged().cardinality(), all, unacknowledged);
    }

    private static Refused refused(ParsedRecord.Valid valid, int status, RecordProblem problem) {
        return new Refused(valid.index(), valid.statement().eventId().toString(), status, List.of(problem));
    }

    private Reply reply(RecordOutcomes outcomes) {
        metrics.records(outcomes);
        return outcomes.reply();
    }

    private static boolean isCompressed(@Nullable String encoding) {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return false;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return true;
        }
        throw RefusedException.of(
                415, "this Content-Encoding is not supported; send gzip or none", "Accept-Encoding", "gzip");
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
