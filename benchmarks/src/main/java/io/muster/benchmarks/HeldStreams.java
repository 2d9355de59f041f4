package io.muster.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Holds thousands of event streams of a dashboard open, and checks at the end that each has the figures of the API.
 * One stream in fifty follows the districts of the province; the others follow the communes of one district.
 */
public final class HeldStreams {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;
    private static final int AT_ONCE = 100;
    private static final int FOLLOWERS_OF_THE_WHOLE = 50;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String dashboard;
    private final String campaign;
    private final String root;
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    private HeldStreams(String dashboard, String campaign, String root) {
        this.dashboard = dashboard;
        this.campaign = campaign;
        this.root = root;
    }

    /** @param arguments dashboard URL, campaign, root area, number of streams, seconds */
    public static void main(String... arguments) throws Exception {
        HeldStreams streams = new HeldStreams(arguments[0], arguments[1], arguments[2]);
        streams.run(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        System.exit(0);
    }

    private void run(int count, int seconds) throws Exception {
        List<String> districts = below(root, figures()).keySet().stream()
                .filter(area -> !area.equals(root))
                .sorted()
                .toList();
        List<Stream> streams = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String parent = i % FOLLOWERS_OF_THE_WHOLE == 0 ? root : districts.get(i % districts.size());
            Stream stream = new Stream(parent);
            var unused = http.sendAsync(
                    HttpRequest.newBuilder(
                                    URI.create(dashboard + "/api/stream?campaign=" + campaign + "&parent=" + parent))
                            .build(),
                    response -> BodySubscribers.fromLineSubscriber(stream));
            streams.add(stream);
            if (i % AT_ONCE == AT_ONCE - 1) {
                awaitAll(streams);
            }
        }
        awaitAll(streams);
        Map<String, Map<String, Long>> before = figures();
        streams.forEach(stream -> below(stream.parent, before).forEach(stream.known::putIfAbsent));
        System.out.printf("%,d streams open%n", count);
        TimeUnit.SECONDS.sleep(seconds);
        long behind = awaitSame(streams);
        System.out.printf(
                "held for %d s: %,d events with %,d rows, %,d streams ended, %,d streams differ from the API%n",
                seconds, events.get(), rows.get(), ended.get(), behind);
        if (behind + ended.get() > 0) {
            System.exit(1);
        }
    }

    private static void awaitAll(List<Stream> streams) throws InterruptedException {
        while (!streams.stream().allMatch(stream -> stream.open)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** The figures keep changing, so compares with two equal answers of the API around the check. */
    private long awaitSame(List<Stream> streams) throws Exception {
        long behind = streams.size();
        for (long left = PATIENCE_SECONDS; left > 0 && behind > 0; left--) {
            Map<String, Map<String, Long>> first = figures();
            TimeUnit.SECONDS.sleep(1);
            if (first.equals(figures())) {
                behind = streams.stream()
                        .filter(stream -> !stream.known.equals(below(stream.parent, first)))
                        .count();
            }
        }
        return behind;
    }

    private static Map<String, Long> below(String parent, Map<String, Map<String, Long>> figures) {
        return figures.getOrDefault(parent, Map.of());
    }

    /** Enrolled by area according to the API, for the areas directly below each area, and the root. */
    private Map<String, Map<String, Long>> figures() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(dashboard + "/api/campaigns/" + campaign + "/areas"))
                        .build(),
                BodyHandlers.ofString());
        JsonNode areas = JSON.readTree(answer.body()).get("areas");
        Map<String, Map<String, Long>> figures = new HashMap<>();
        Map<String, Long> top = new HashMap<>();
        areas.forEach(area -> {
            JsonNode parent = area.path("parentId");
            (parent.isNull() ? top : figures.computeIfAbsent(parent.asText(), any -> new HashMap<>()))
                    .put(area.get("areaId").asText(), area.get("enrolled").asLong());
        });
        figures.values().forEach(below -> below.putAll(top));
        return figures;
    }

    /** One stream and the figures it received. */
    private final class Stream implements Flow.Subscriber<String> {

        private final String parent;
        private final Map<String, Long> known = new ConcurrentHashMap<>();
        private volatile boolean open;

        Stream(String parent) {
            this.parent = parent;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("event: ")) {
                open = true;
                events.incrementAndGet();
            } else if (line.startsWith("data: ")) {
                try {
                    JsonNode areas =
                            JSON.readTree(line.substring("data: ".length())).path("areas");
                    rows.addAndGet(areas.size());
                    areas.forEach(area -> known.put(
                            area.get("areaId").asText(), area.get("enrolled").asLong()));
                } catch (IOException e) {
                    onError(e);
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            System.err.println("a stream of " + parent + " ended: " + failure);
            ended.incrementAndGet();
        }

        @Override
        public void onComplete() {
            System.err.println("a stream of " + parent + " was ended");
            ended.incrementAndGet();
        }
    }
}
