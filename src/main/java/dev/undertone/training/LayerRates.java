package dev.undertone.training;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Learning rates that fall with depth (discriminative fine-tuning: Howard and Ruder 2018, arXiv 1801.06146, section
 * 3.2): the head and the last layer learn at the full rate, each layer below at a share of the one above it.
 *
 * @param decay that share, above 0; 1 for one rate
 * @param layers of the network
 */
record LayerRates(double decay, int layers) {

    private static final Pattern LAYER = Pattern.compile(".*\\.layer\\.(\\d+)\\..*");

    /** What the learning rate of a parameter is multiplied with. */
    double factor(String parameter) {
        Matcher matcher = LAYER.matcher(parameter);
        if (matcher.matches()) {
            return Math.pow(decay, layers - 1.0 - Integer.parseInt(matcher.group(1)));
        }
        return parameter.contains(".embeddings.") ? Math.pow(decay, layers) : 1;
    }
}
