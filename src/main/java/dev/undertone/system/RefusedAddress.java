package dev.undertone.system;

import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the servlet container refuses before it asks anything of ours, such as an address with a NUL in it: a
 * problem document and the strictest of our headers instead of the container's own page.
 */
final class RefusedAddress extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAddress.class);
    private static final int FIRST_ERROR = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType("application/problem+json");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        String document = String.format(
                Locale.ROOT,
                "{\"detail\":\"The address or a header cannot be read; nothing was processed.\",\"status\":%d}",
                status);
        try {
            response.getReporter().write(document);
            response.finishResponse();
        } catch (IOException gone) {
            LOG.debug("Nobody was there to hear that a request was refused", gone);
        }
    }
}
