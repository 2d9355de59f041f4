/** What receivers were told, as it is kept on a topic. */
@NullMarked
package io.muster.notifier.log;

import org.jspecify.annotations.NullMarked;
