package dev.undertone.review.web.page;

import dev.undertone.account.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Who sent a form, from which list, and how they want the answer.
 *
 * @param caller who
 * @param query the list that they work from
 * @param request the request
 * @param response its answer
 */
record Visit(Caller caller, DeskQuery query, HttpServletRequest request, HttpServletResponse response) {

    /** Whether the page's script sent it and swaps parts of the page. */
    boolean byScript() {
        return request.getHeader("HX-Request") != null;
    }
}
