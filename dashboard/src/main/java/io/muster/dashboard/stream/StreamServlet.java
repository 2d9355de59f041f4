package io.muster.dashboard.stream;

import io.muster.board.Position;
import io.muster.http.HeadAsGet;
import io.muster.http.Reply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/stream?campaign=}: an open stream of what changes. No thread waits for it. */
public final class StreamServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Broadcast broadcast;
    private final transient BooleanSupplier ready;
    private final transient InstantSource clock;
    private final int mostStreams;

    /**
     * @param ready whether there is anything to tell of
     * @param mostStreams how many may be open; whoever wants another one is told to come back
     */
    public StreamServlet(Broadcast broadcast, BooleanSupplier ready, InstantSource clock, int mostStreams) {
        this.broadcast = broadcast;
        this.ready = ready;
        this.clock = clock;
        this.mostStreams = mostStreams;
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
            Reply.problem(400, "say which campaign: /api/stream?campaign=…").to(response);
        } else if (!ready.getAsBoolean()) {
            Reply.problem(503, "the topics are being read; come back in a moment")
                    .with("Retry-After", "1")
                    .to(response);
        } else if (broadcast.open() >= mostStreams) {
            Reply.problem(503, "too many streams are open; come back later")
                    .with("Retry-After", "30")
                    .to(response);
        } else {
            open(new Subscription(campaignId, all(request, "parent"), all(request, "area")), request, response);
        }
    }

    private void open(Subscription subscription, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Round round = broadcast.round();
        EventId known = known(request, round);
        Event hello = round.hello(subscription, known);
        if (hello == null) {
            Reply.problem(
                            404,
                            "there is no campaign " + subscription.campaignId()
                                    + "; /api/campaigns names those there are")
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
        // one that breaks at once takes itself away again
        broadcast.add(stream);
        stream.begin();
    }

    /** Who was here before goes on from there; for anybody else all that is there is known from elsewhere. */
    private EventId known(HttpServletRequest request, Round round) {
        String last = request.getHeader("Last-Event-ID");
        EventId id = last == null ? round.id() : EventId.parse(last, clock.instant());
        return id == null ? new EventId(clock.instant(), Position.UNKNOWN) : id;
    }

    private static Set<String> all(HttpServletRequest request, String parameter) {
        String @Nullable [] values = request.getParameterValues(parameter);
        return values == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(values));
    }
}
