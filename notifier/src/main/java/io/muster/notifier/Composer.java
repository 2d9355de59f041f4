package io.muster.notifier;

import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.notifier.Message.Item;
import io.muster.notifier.Tiding.Kind;
import io.muster.report.wording.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what there is to tell into the words of a receiver. */
public final class Composer {

    private static final int AREAS_IN_SUBJECT = 3;

    private final Receiver receiver;
    private final Wording wording;

    public Composer(Receiver receiver) {
        this.receiver = receiver;
        this.wording = new Wording(receiver.language());
    }

    /** The message about one campaign. */
    public Message compose(Plan.Bundle bundle, Alerts alerts, Instant at) {
        return message(bundle, alerts, at, false);
    }

    /** A message that says of itself that it is a sample. */
    public Message sample(Instant at) {
        return message(SampleAlerts.bundle(), SampleAlerts.ALERTS, at, true);
    }

    private Message message(Plan.Bundle bundle, Alerts alerts, Instant at, boolean sample) {
        Campaign campaign = alerts.campaign(bundle.campaignId());
        String name = campaign == null ? bundle.campaignId() : wording.name(campaign);
        UnaryOperator<String> nameOf = names(bundle.tidings(), campaign, alerts.areas());
        List<Item> items = bundle.tidings().stream()
                .map(tiding -> item(tiding, campaign, nameOf, at, sample))
                .toList();
        String subject = name + ": " + topics(items);
        String key = Keys.of(items.stream().map(Item::key).toList());
        return new Message(
                key,
                receiver.name(),
                bundle.campaignId(),
                name,
                marked(reminder(bundle.tidings(), subject), sample),
                items,
                wording.say("notify.footer", receiver.name(), key),
                at,
                sample);
    }

    private UnaryOperator<String> names(List<Tiding> tidings, @Nullable Campaign campaign, Map<String, Area> areas) {
        Set<String> levels = tidings.stream()
                .map(tiding -> areas.get(tiding.alert().areaId()))
                .flatMap(Stream::ofNullable)
                .map(Area::level)
                .collect(Collectors.toSet());
        return wording.labels(campaign == null ? "" : campaign.rootAreaId(), areas, levels);
    }

    private Item item(
            Tiding tiding, @Nullable Campaign campaign, UnaryOperator<String> nameOf, Instant at, boolean sample) {
        String areaName = nameOf.apply(tiding.alert().areaId());
        String text = new TidingText(wording, areaName, campaign).of(tiding);
        return new Item(
                Keys.of(receiver.name(), tiding, at),
                tiding,
                areaName,
                marked(areaName + ": " + topic(tiding), sample),
                marked(text, sample));
    }

    private String marked(String text, boolean sample) {
        return sample ? wording.say("notify.sample", text) : text;
    }

    private String reminder(List<Tiding> tidings, String subject) {
        return tidings.stream().anyMatch(Tiding::isNews) ? subject : wording.say("notify.reminder", subject);
    }

    private String topic(Tiding tiding) {
        String rule = wording.say("notify.rule." + tiding.alert().rule());
        return tiding.kind() == Kind.FIRING ? rule : wording.say("notify." + tiding.kind(), rule);
    }

    /** What happened, and where: the first few areas by name. */
    private String topics(List<Item> items) {
        Map<String, List<String>> areas = new LinkedHashMap<>();
        items.forEach(item -> areas.computeIfAbsent(topic(item.tiding()), any -> new ArrayList<>())
                .add(item.areaName()));
        List<String> topics = new ArrayList<>();
        areas.forEach((topic, names) -> topics.add(topic + " (" + few(names) + ")"));
        return String.join("; ", topics);
    }

    private String few(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(AREAS_IN_SUBJECT, names.size())));
        return names.size() <= AREAS_IN_SUBJECT
                ? first
                : wording.say("notify.more", first, wording.count(names.size() - AREAS_IN_SUBJECT));
    }
}
