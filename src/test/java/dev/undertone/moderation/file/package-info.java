@NullMarked
package dev.undertone.moderation.file;

import org.jspecify.annotations.NullMarked;
