package io.muster.notifier.delivery;

import io.muster.notifier.Receiver;
import io.muster.notifier.wire.Wire;

/** A receiver and the way to it. */
public record Channel(Receiver receiver, Wire wire) {}
