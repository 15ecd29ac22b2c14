package dev.undertone.insights.web;

import dev.undertone.figures.Picture;
import java.util.List;

/**
 * A picture with the figures in it as a table.
 *
 * @param key its name in addresses and messages
 * @param picture to look at
 * @param columns the head of the table
 * @param rows its rows; the first cell names the row
 */
record Chart(String key, Picture picture, List<String> columns, List<List<String>> rows) {

    Chart {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
