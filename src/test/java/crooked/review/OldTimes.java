package crooked.review;

import java.util.Calendar;
import java.util.Date;

/** Breaks: old dates are not used. */
final class OldTimes {

    @SuppressWarnings("JavaUtilDate")
    Object date() {
        return new Date(0);
    }

    Object calendar() {
        return Calendar.getInstance();
    }
}
