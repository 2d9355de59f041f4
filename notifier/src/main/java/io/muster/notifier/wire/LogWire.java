package io.muster.notifier.wire;

import io.muster.notifier.Message;
import io.muster.notifier.Message.Item;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;

/** Prints a line for each alert: when, to whom, under which key, what. */
public final class LogWire implements Wire {

    private final PrintWriter out;

    public LogWire(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void deliver(Message message) throws UndeliveredException {
        for (Item item : message.items()) {
            out.println(String.join(
                    " ",
                    message.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                    message.receiver(),
                    item.tiding().kind().name(),
                    item.key(),
                    message.campaignName() + ":",
                    item.text()));
        }
        if (out.checkError()) {
            throw UndeliveredException.refused("the log cannot be written", null, null);
        }
    }
}
