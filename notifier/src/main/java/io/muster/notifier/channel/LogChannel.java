package io.muster.notifier.channel;

import io.muster.notifier.Message;
import io.muster.notifier.Message.Item;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;

/** Prints a line for each alert: when, to whom, under which key, what. */
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
                    message.campaignName() + ":",
                    item.text()));
        }
        if (out.checkError()) {
            throw DeliveryFailedException.refused("the log cannot be written", null, null);
        }
    }
}
