/** The topic {@code muster.notifications}: delivery records, and the election of the active notifier. */
@NullMarked
package io.muster.notifier.log;

import org.jspecify.annotations.NullMarked;
