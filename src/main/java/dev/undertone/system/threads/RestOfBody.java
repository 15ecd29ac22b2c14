package dev.undertone.system.threads;

import dev.undertone.ratelimit.CallerAddress;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Reads and throws away what a request that has been answered left of its body, on a thread that counts as its
 * caller's: a client that still sends when the connection closes never sees the answer. The container does so only
 * after some answers, a refusal of a body that is too large not among them, and when it has left everything that could
 * count. What may not be read ends with the connection.
 */
final class RestOfBody extends ValveBase {

    private static final String CALLER = RestOfBody.class.getName() + ".caller";

    private final Occupants occupants;

    RestOfBody(Occupants occupants) {
        super(true);
        this.occupants = occupants;
    }

    /** Says whose thread the rest of a body is to be read on; nothing is read of a request without a word about it. */
    static void leftBy(CallerAddress caller, ServletRequest request) {
        request.setAttribute(CALLER, caller);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        org.apache.coyote.Request body = request.getCoyoteRequest();
        if (request.isAsync() || body.isFinished()) {
            return;
        }
        response.finishResponse();
        try {
            // Whoever waits to be told to send its body sends none after an answer, and who was too slow is not waited
            // for.
            if (request.getAttribute(CALLER) instanceof CallerAddress caller
                    && !body.hasExpectation()
                    && response.getStatus() != HttpServletResponse.SC_REQUEST_TIMEOUT
                    && occupants.enter(caller)) {
                readAsOf(caller, body, limit(request));
            }
        } finally {
            if (!body.isFinished()) {
                body.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }

    private void readAsOf(CallerAddress caller, org.apache.coyote.Request body, long limit) throws IOException {
        try {
            Discarded discarded = new Discarded();
            long read = 0;
            while (read <= limit && body.doRead(discarded) >= 0) {
                read += discarded.buffer.remaining();
            }
        } finally {
            occupants.leave(caller);
        }
    }

    private static long limit(Request request) {
        int size = request.getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> http
                ? http.getMaxSwallowSize()
                : 0;
        return size < 0 ? Long.MAX_VALUE : size;
    }

    private static final class Discarded implements ApplicationBufferHandler {

        private ByteBuffer buffer = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer next) {
            buffer = next;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // what comes is thrown away
        }
    }
}
