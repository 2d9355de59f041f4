package io.muster.dashboard.notify.delivery;

import io.muster.dashboard.notify.Receiver;
import io.muster.dashboard.notify.wire.Wire;

/** A receiver and the way to it. */
public record Channel(Receiver receiver, Wire wire) {}
