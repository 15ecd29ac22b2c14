@NullMarked
package dev.undertone.moderation.file.web;

import org.jspecify.annotations.NullMarked;
