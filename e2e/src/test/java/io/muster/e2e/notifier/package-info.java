/** End-to-end tests of the notifier: real processes against a webhook server and Alertmanager. */
@NullMarked
package io.muster.e2e.notifier;

import org.jspecify.annotations.NullMarked;
