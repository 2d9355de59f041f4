/**
 * The commands that run a service until it is stopped: {@code streams}, {@code gateway}, {@code dashboard} and
 * {@code notifier}.
 */
@NullMarked
package io.muster.cli.service;

import org.jspecify.annotations.NullMarked;
