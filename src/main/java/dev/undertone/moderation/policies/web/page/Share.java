package dev.undertone.moderation.policies.web.page;

import java.math.BigDecimal;

/** Shares of one, which people read and type in percent. */
final class Share {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int LONGEST = 20;

    private Share() {}

    /** All its digits, such as {@code 80} or {@code 80.5}. */
    static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros();
        return percent.toPlainString();
    }

    /**
     * The very share that {@link #percent} writes.
     *
     * @throws IllegalArgumentException if it is no number of 0 to 100
     */
    static double ofPercent(String typed) {
        if (typed.length() <= LONGEST && typed.matches("[0-9]+([.,][0-9]+)?")) {
            BigDecimal percent = new BigDecimal(typed.replace(',', '.'));
            if (percent.compareTo(ALL) <= 0) {
                return percent.movePointLeft(2).doubleValue();
            }
        }
        throw new IllegalArgumentException("\"" + shown(typed) + "\" is no number from 0 to 100");
    }

    /** So much of what somebody typed that a message stays a line. */
    static String shown(String typed) {
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) + "…" : typed;
    }
}
