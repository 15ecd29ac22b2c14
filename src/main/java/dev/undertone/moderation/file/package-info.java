/** Takes files of submissions and works through them in the background, each row once, across restarts. */
@NullMarked
package dev.undertone.moderation.file;

import org.jspecify.annotations.NullMarked;
