/** The channels that carry messages to receivers: webhook, Alertmanager, mail, log. */
@NullMarked
package io.muster.notifier.channel;

import org.jspecify.annotations.NullMarked;
