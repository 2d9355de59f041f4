package io.muster.board;

import io.muster.board.ViewException.Obstacle;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.reading.TopicsChangedException;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topics;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the topics once, for a command that prints and ends: all that is published at the time of asking. */
public final class BoardReader {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, ?> kafka;
    private final AvroSerdes serdes;
    private final Duration atMost;

    /**
     * @param kafka settings of Kafka clients, bootstrap.servers among them
     * @param atMost how long it may take
     */
    public BoardReader(Map<String, ?> kafka, AvroSerdes serdes, Duration atMost) {
        this.kafka = kafka;
        this.serdes = serdes;
        this.atMost = atMost;
    }

    /** @throws ViewException if broker or registry do not answer, a topic is missing, or the end is not reached in time */
    public Board board() {
        BoardState state = new BoardState();
        read(state.feeds());
        return state.freeze();
    }

    /**
     * The board, and the corrections of a campaign.
     *
     * @throws ViewException as {@link #board}
     */
    public CorrectedBoard withCorrections(String campaignId) {
        BoardState state = new BoardState();
        CorrectionLog corrections = new CorrectionLog(campaignId);
        read(with(corrections.feed(), state.feeds()));
        return new CorrectedBoard(
                state.freeze(), corrections.corrections(), state.heartbeats().stateAtOnce());
    }

    /**
     * The board, what is recorded of single statements of a campaign, and when its days were signed off.
     *
     * @throws ViewException as {@link #board}
     */
    public HistoryBoard withHistory(String campaignId) {
        BoardState state = new BoardState();
        CorrectionLog corrections = new CorrectionLog(campaignId);
        LostStatementLog lost = new LostStatementLog(campaignId);
        CertifiedLog certified = new CertifiedLog();
        read(with(certified.feed(), with(lost.feed(), with(corrections.feed(), state.feeds()))));
        return new HistoryBoard(state.freeze(), corrections.corrections(), lost.lost(), certified.times(campaignId));
    }

    /**
     * The board, and the certified counts of a campaign.
     *
     * @throws ViewException as {@link #board}
     */
    public CertifiedBoard withCertified(String campaignId) {
        BoardState state = new BoardState();
        CertifiedLog certified = new CertifiedLog();
        read(with(certified.feed(), state.feeds()));
        return new CertifiedBoard(state.freeze(), certified.counts(campaignId));
    }

    /**
     * The board, and all definitions and certified counts.
     *
     * @throws ViewException as {@link #board}
     */
    public DefinedBoard withDefinitions() {
        BoardState state = new BoardState();
        CertifiedLog certified = new CertifiedLog();
        read(with(certified.feed(), state.feeds()));
        Board board = state.freeze();
        return new DefinedBoard(board, references(board, certified));
    }

    /**
     * Campaigns, areas and targets as they are defined, and nothing else.
     *
     * @throws ViewException as {@link #board}
     */
    public References definitions() {
        BoardState state = new BoardState();
        read(state.feeds().stream()
                .filter(feed -> Topics.reference().contains(feed.topic()))
                .toList());
        return references(state.freeze(), new CertifiedLog());
    }

    private static References references(Board board, CertifiedLog certified) {
        Map<String, Campaign> campaigns = new HashMap<>();
        Map<String, Map<String, Long>> targets = new HashMap<>();
        board.campaigns().forEach((campaignId, campaign) -> {
            Entries.put(campaigns, campaignId, campaign.definition());
            targets.put(campaignId, campaign.targets());
        });
        return new References(campaigns, board.areas(), targets, certified.all());
    }

    /**
     * The areas as they are defined, and nothing else.
     *
     * @throws ViewException as {@link #board}
     */
    public Collection<Area> areas() {
        Map<String, Area> areas = new HashMap<>();
        read(List.of(Feed.of(
                Topics.AREAS,
                (areaId, area) ->
                        Entries.put(areas, areaId, area == null ? null : ReferenceMapping.fromAvro(areaId, area)))));
        return areas.values();
    }

    /**
     * The campaigns as they are defined, and nothing else.
     *
     * @throws ViewException as {@link #board}
     */
    public Collection<Campaign> campaigns() {
        Map<String, Campaign> campaigns = new HashMap<>();
        read(List.of(Feed.of(
                Topics.CAMPAIGNS,
                (campaignId, campaign) -> Entries.put(
                        campaigns,
                        campaignId,
                        campaign == null ? null : ReferenceMapping.fromAvro(campaignId, campaign)))));
        return campaigns.values();
    }

    private static List<Feed<?>> with(Feed<?> another, List<Feed<?>> feeds) {
        List<Feed<?>> all = new ArrayList<>(feeds);
        all.add(another);
        return all;
    }

    private void read(List<Feed<?>> feeds) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Duration patience = atMost.compareTo(PATIENCE) < 0 ? atMost : PATIENCE;
        try (TopicReader reader = new TopicReader(kafka, serdes, feeds, Set.of(), patience)) {
            reader.assign();
            var ends = reader.ends();
            while (!reader.hasReached(ends)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new ViewException(
                            Obstacle.TIME,
                            "the topics were not read to their end within " + atMost.toSeconds() + " s",
                            null);
                }
                reader.poll(POLL);
            }
        } catch (TopicsChangedException e) {
            throw new ViewException(
                    Obstacle.UNEXPECTED, "the topics changed while they were read; run it again: " + e.getMessage(), e);
        }
    }
}
