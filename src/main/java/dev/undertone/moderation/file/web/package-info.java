/** The endpoints where files of submissions are handed in and looked after. */
@NullMarked
package dev.undertone.moderation.file.web;

import org.jspecify.annotations.NullMarked;
