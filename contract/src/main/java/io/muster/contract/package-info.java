/** What everybody who talks to Muster's topics shares; here, the connection to broker and registry. */
@NullMarked
package io.muster.contract;

import org.jspecify.annotations.NullMarked;
