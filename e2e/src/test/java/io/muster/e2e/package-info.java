/** Tests of the whole system: architecture rules, and the packaged application as its users run it. */
@NullMarked
package io.muster.e2e;

import org.jspecify.annotations.NullMarked;
