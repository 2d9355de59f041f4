package io.muster.notifier.delivery;

import io.muster.notifier.Receiver;
import io.muster.notifier.channel.Channel;

/** A receiver and the way to it. */
public record Destination(Receiver receiver, Channel channel) {}
