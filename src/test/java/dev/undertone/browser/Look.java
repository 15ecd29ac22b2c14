package dev.undertone.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A kind of screen that a page is looked at on.
 *
 * @param width in CSS pixels
 * @param scheme light or dark
 */
public record Look(int width, ColorScheme scheme) {

    /** A desktop screen in daylight. */
    public static final Look DESKTOP = new Look(1440, ColorScheme.LIGHT);

    private static final int DESKTOP_HEIGHT = 900;
    private static final int PHONE_HEIGHT = 844;
    private static final int PHONE_WIDTH = 500;

    /** Every screen that a page must look right on. */
    public static List<Look> all() {
        return Stream.of(1440, 1024, 390)
                .flatMap(width -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> new Look(width, scheme)))
                .toList();
    }

    /** The height that usually goes with the width. */
    public int height() {
        return width < PHONE_WIDTH ? PHONE_HEIGHT : DESKTOP_HEIGHT;
    }

    @Override
    public String toString() {
        return width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    }
}
