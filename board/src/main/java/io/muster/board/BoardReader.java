package io.muster.board;

import io.muster.board.ViewException.Problem;
import io.muster.contract.Connection;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.reading.TopicsChangedException;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
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

/** Reads the topics once, up to their current end, for commands that print a result and exit. */
public final class BoardReader {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Connection connection;
    private final Duration atMost;

    /** @param atMost timeout for a whole read */
    public BoardReader(Connection connection, Duration atMost) {
        this.connection = connection;
        this.atMost = atMost;
    }

    /** @throws ViewException if broker or registry do not respond, a topic is missing, or the timeout expires */
    public Board board() {
        BoardState state = new BoardState();
        read(state.feeds());
        return state.freeze();
    }

    /**
     * The board, with the corrections of one campaign.
     *
     * @throws ViewException as {@link #board}
     */
    public BoardWithCorrections withCorrections(CampaignId campaignId) {
        BoardState state = new BoardState();
        CorrectionCollector corrections = new CorrectionCollector(campaignId);
        read(with(corrections.feed(), state.feeds()));
        return new BoardWithCorrections(
                state.freeze(), corrections.corrections(), state.heartbeats().stateAtOnce());
    }

    /**
     * The board, with the corrections, lost statements and sign-off times of one campaign.
     *
     * @throws ViewException as {@link #board}
     */
    public BoardWithHistory withHistory(CampaignId campaignId) {
        BoardState state = new BoardState();
        CorrectionCollector corrections = new CorrectionCollector(campaignId);
        LostStatementCollector lost = new LostStatementCollector(campaignId);
        CertifiedCountCollector certified = new CertifiedCountCollector();
        read(with(certified.feed(), with(lost.feed(), with(corrections.feed(), state.feeds()))));
        return new BoardWithHistory(
                state.freeze(), corrections.corrections(), lost.lost(), certified.times(campaignId));
    }

    /**
     * The board, with the certified counts of one campaign.
     *
     * @throws ViewException as {@link #board}
     */
    public BoardWithCertifiedCounts withCertified(CampaignId campaignId) {
        BoardState state = new BoardState();
        CertifiedCountCollector certified = new CertifiedCountCollector();
        read(with(certified.feed(), state.feeds()));
        return new BoardWithCertifiedCounts(state.freeze(), certified.counts(campaignId));
    }

    /**
     * The board, with all reference data and certified counts.
     *
     * @throws ViewException as {@link #board}
     */
    public BoardWithReferences withDefinitions() {
        BoardState state = new BoardState();
        CertifiedCountCollector certified = new CertifiedCountCollector();
        read(with(certified.feed(), state.feeds()));
        Board board = state.freeze();
        return new BoardWithReferences(board, references(board, certified));
    }

    /**
     * The defined campaigns, areas and targets. Reads the reference topics only.
     *
     * @throws ViewException as {@link #board}
     */
    public References definitions() {
        BoardState state = new BoardState();
        read(state.feeds().stream()
                .filter(feed -> Topics.reference().contains(feed.topic()))
                .toList());
        return references(state.freeze(), new CertifiedCountCollector());
    }

    private static References references(Board board, CertifiedCountCollector certified) {
        Map<CampaignId, Campaign> campaigns = new HashMap<>();
        Map<CampaignId, Map<AreaId, Long>> targets = new HashMap<>();
        board.campaigns().forEach((campaignId, campaign) -> {
            Maps.putOrRemove(campaigns, campaignId, campaign.definition());
            targets.put(campaignId, campaign.targets());
        });
        return new References(campaigns, board.areas(), targets, certified.all());
    }

    /**
     * The defined areas. Reads their topic only.
     *
     * @throws ViewException as {@link #board}
     */
    public Collection<Area> areas() {
        Map<AreaId, Area> areas = new HashMap<>();
        read(List.of(Feed.of(Topics.AREAS, (key, area) -> {
            AreaId areaId = new AreaId(key);
            Maps.putOrRemove(areas, areaId, area == null ? null : ReferenceMapping.fromAvro(areaId, area));
        })));
        return areas.values();
    }

    /**
     * The defined campaigns. Reads their topic only.
     *
     * @throws ViewException as {@link #board}
     */
    public Collection<Campaign> campaigns() {
        Map<CampaignId, Campaign> campaigns = new HashMap<>();
        read(List.of(Feed.of(Topics.CAMPAIGNS, (key, campaign) -> {
            CampaignId campaignId = new CampaignId(key);
            Maps.putOrRemove(
                    campaigns, campaignId, campaign == null ? null : ReferenceMapping.fromAvro(campaignId, campaign));
        })));
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
        try (TopicReader reader = new TopicReader(connection, feeds, Set.of(), patience)) {
            reader.assign();
            var ends = reader.ends();
            while (!reader.hasReached(ends)) {
                if (System.nanoTime() - deadline > 0) {
                    throw new ViewException(
                            Problem.TIME,
                            "the topics were not read to their end within " + atMost.toSeconds() + " s",
                            null);
                }
                reader.poll(POLL);
            }
        } catch (TopicsChangedException e) {
            throw new ViewException(
                    Problem.UNEXPECTED,
                    "the topics were recreated while they were read; run the command again: " + e.getMessage(),
                    e);
        }
    }
}
