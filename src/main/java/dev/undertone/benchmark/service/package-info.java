/** The service in a process of its own, asked over HTTP. */
@NullMarked
package dev.undertone.benchmark.service;

import org.jspecify.annotations.NullMarked;
