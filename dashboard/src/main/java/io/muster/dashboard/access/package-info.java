/** Authentication of readers by password or token. */
@NullMarked
package io.muster.dashboard.access;

import org.jspecify.annotations.NullMarked;
