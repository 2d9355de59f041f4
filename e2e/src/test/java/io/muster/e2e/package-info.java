/** The whole house, seen from outside: its rules, and the packaged application as its users run it. */
@NullMarked
package io.muster.e2e;

import org.jspecify.annotations.NullMarked;
