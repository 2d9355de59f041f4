package io.muster.notifier;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.notifier.Message.CampaignName;
import io.muster.notifier.Message.Item;
import io.muster.notifier.Notification.Kind;
import io.muster.report.wording.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns notifications into messages in the language of a receiver. */
public final class MessageComposer {

    private static final int AREAS_IN_SUBJECT = 3;

    private final Receiver receiver;
    private final Wording wording;

    public MessageComposer(Receiver receiver) {
        this.receiver = receiver;
        this.wording = new Wording(receiver.language());
    }

    /** Composes the message for one campaign. */
    public Message compose(DeliveryPlan.Batch batch, Alerts alerts, Instant at) {
        return message(batch, alerts, at, false);
    }

    /** Composes a test message with invented figures, marked as a test. */
    public Message sample(Instant at) {
        return message(SampleAlert.batch(), SampleAlert.ALERTS, at, true);
    }

    private Message message(DeliveryPlan.Batch batch, Alerts alerts, Instant at, boolean sample) {
        Campaign campaign = alerts.campaign(batch.campaignId());
        String name = campaign == null ? batch.campaignId().value() : wording.name(campaign);
        Function<AreaId, String> nameOf = areaNames(batch.notifications(), campaign, alerts.areas());
        List<Item> items = batch.notifications().stream()
                .map(notification -> item(notification, campaign, nameOf, at, sample))
                .toList();
        String topics = name + ": " + topics(items);
        String key = IdempotencyKeys.of(items.stream().map(Item::key).toList());
        return new Message(
                key,
                receiver.name(),
                new CampaignName(batch.campaignId(), name),
                markSample(subject(batch.notifications(), topics), sample),
                items,
                wording.say("notify.footer", receiver.name(), key),
                at,
                sample);
    }

    private Function<AreaId, String> areaNames(
            List<Notification> notifications, @Nullable Campaign campaign, Map<AreaId, Area> areas) {
        Set<String> levels = notifications.stream()
                .map(notification -> areas.get(notification.alert().areaId()))
                .flatMap(Stream::ofNullable)
                .map(Area::level)
                .collect(Collectors.toSet());
        return wording.labels(campaign, areas, levels);
    }

    private Item item(
            Notification notification,
            @Nullable Campaign campaign,
            Function<AreaId, String> nameOf,
            Instant at,
            boolean sample) {
        String areaName = nameOf.apply(notification.alert().areaId());
        String text = new NotificationText(wording, areaName, campaign).of(notification);
        return new Item(
                IdempotencyKeys.of(receiver.name(), notification, at),
                notification,
                areaName,
                markSample(areaName + ": " + topic(notification), sample),
                markSample(text, sample));
    }

    private String markSample(String text, boolean sample) {
        return sample ? wording.say("notify.sample", text) : text;
    }

    private String subject(List<Notification> notifications, String topics) {
        boolean onlyReminders = notifications.stream().allMatch(Notification::isReminder);
        return onlyReminders ? wording.say("notify.reminder", topics) : topics;
    }

    private String topic(Notification notification) {
        String rule = wording.say("notify.rule." + notification.alert().rule());
        return notification.kind() == Kind.FIRING ? rule : wording.say("notify." + notification.kind(), rule);
    }

    /** What happened and where, with the first few areas by name. */
    private String topics(List<Item> items) {
        Map<String, List<String>> areas = new LinkedHashMap<>();
        items.forEach(item -> areas.computeIfAbsent(topic(item.notification()), any -> new ArrayList<>())
                .add(item.areaName()));
        List<String> topics = new ArrayList<>();
        areas.forEach((topic, names) -> topics.add(topic + " (" + abbreviate(names) + ")"));
        return String.join("; ", topics);
    }

    private String abbreviate(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(AREAS_IN_SUBJECT, names.size())));
        return names.size() <= AREAS_IN_SUBJECT
                ? first
                : wording.say("notify.more", first, wording.count(names.size() - AREAS_IN_SUBJECT));
    }
}
