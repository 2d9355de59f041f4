/**
 * A real broker in this process and a real schema registry beside it. Nothing outside this package knows that they are
 * embedded: it is given addresses, as of any other broker and registry.
 */
@NullMarked
package io.muster.sandbox;

import org.jspecify.annotations.NullMarked;
