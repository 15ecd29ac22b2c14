/** The insights page, its charts, their tables and their CSV files. */
@NullMarked
package dev.undertone.insights.web;

import org.jspecify.annotations.NullMarked;
