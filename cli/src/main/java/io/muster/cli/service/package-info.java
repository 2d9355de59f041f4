/** The commands that run a service until it is stopped: {@code streams}, {@code gateway} and {@code dashboard}. */
@NullMarked
package io.muster.cli.service;

import org.jspecify.annotations.NullMarked;
