package io.muster.notifier.channel;

import io.muster.notifier.Message;
import io.muster.notifier.Message.Item;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;

/** Prints one line for each alert: time, receiver, state, key, text. */
public final class LogChannel implements Channel {

    private final PrintWriter out;

    public LogChannel(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void deliver(Message message) throws DeliveryFailedException {
        for (Item item : message.items()) {
            out.println(String.join(
                    " ",
                    message.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    message.receiver(),
                    item.notification().kind().name(),
                    item.key(),
                    message.campaign().name() + ":",
                    item.text()));
        }
        if (out.checkError()) {
            throw DeliveryFailedException.refused("cannot write to standard output", null, null);
        }
    }
}
