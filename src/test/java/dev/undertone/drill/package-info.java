/** What the service survives: killed processes, lost databases, full disks, too many requests, nonsense. */
@NullMarked
package dev.undertone.drill;

import org.jspecify.annotations.NullMarked;
