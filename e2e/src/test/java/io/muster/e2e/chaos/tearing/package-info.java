/** Whether every committed transaction is whole, from what is on a broker's disk. */
@NullMarked
package io.muster.e2e.chaos.tearing;

import org.jspecify.annotations.NullMarked;
