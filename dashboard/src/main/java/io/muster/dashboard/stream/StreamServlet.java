package io.muster.dashboard.stream;

import io.muster.board.ReadPosition;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.http.HeadAsGet;
import io.muster.http.Reply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/stream?campaign=}: a stream of changes as server-sent events. Asynchronous: open streams block no
 * thread.
 */
public final class StreamServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Broadcast broadcast;
    private final transient BooleanSupplier ready;
    private final transient InstantSource clock;
    private final int maxStreams;

    /**
     * @param ready whether the initial load is done
     * @param maxStreams maximum number of open streams; further requests are rejected with status 503
     */
    public StreamServlet(Broadcast broadcast, BooleanSupplier ready, InstantSource clock, int maxStreams) {
        this.broadcast = broadcast;
        this.ready = ready;
        this.clock = clock;
        this.maxStreams = maxStreams;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("GET")) {
            get(request, response);
        } else {
            Reply.notAllowed("GET, HEAD").to(response);
        }
    }

    private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String campaignId = request.getParameter("campaign");
        if (campaignId == null) {
            Reply.problem(400, "the parameter campaign is missing: /api/stream?campaign=…")
                    .to(response);
        } else if (!ready.getAsBoolean()) {
            Reply.problem(503, "the topics are being loaded; retry in a moment")
                    .with("Retry-After", "1")
                    .to(response);
        } else if (broadcast.open() >= maxStreams) {
            Reply.problem(503, "too many streams are open; retry later")
                    .with("Retry-After", "30")
                    .to(response);
        } else {
            Subscription subscription =
                    new Subscription(new CampaignId(campaignId), areas(request, "parent"), areas(request, "area"));
            open(subscription, request, response);
        }
    }

    private void open(Subscription subscription, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        BoardUpdate update = broadcast.update();
        EventId known = known(request, update);
        Event hello = update.hello(subscription, known);
        if (hello == null) {
            Reply.problem(404, "there is no campaign " + subscription.campaignId() + "; see /api/campaigns")
                    .to(response);
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        if (HeadAsGet.isHead(request)) {
            return;
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        OpenStream stream =
                new OpenStream(context, subscription, hello, known.position(), broadcast::remove, System.nanoTime());
        // a stream that fails immediately removes itself again, so add it first
        broadcast.add(stream);
        stream.begin();
    }

    /** Resumes from the Last-Event-ID; a new client has already fetched the current state by other requests. */
    private EventId known(HttpServletRequest request, BoardUpdate update) {
        String last = request.getHeader("Last-Event-ID");
        EventId id = last == null ? update.id() : EventId.parse(last, clock.instant());
        return id == null ? new EventId(clock.instant(), ReadPosition.UNKNOWN) : id;
    }

    private static Set<AreaId> areas(HttpServletRequest request, String parameter) {
        String @Nullable [] values = request.getParameterValues(parameter);
        return values == null ? Set.of() : Stream.of(values).map(AreaId::new).collect(Collectors.toSet());
    }
}
