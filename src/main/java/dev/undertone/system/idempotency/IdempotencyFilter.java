package dev.undertone.system.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Works once on what is sent several times with the same {@code Idempotency-Key}. Stands behind the security chain. */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);

    private final KeptAnswers answers;
    private final Callers callers;
    private final Duration retryAfter;
    private final HandlerExceptionResolver problems;
    /** What is being worked on here. */
    private final Set<Claim.Ours> running = ConcurrentHashMap.newKeySet();

    IdempotencyFilter(KeptAnswers answers, Callers callers, Duration retryAfter, HandlerExceptionResolver problems) {
        this.answers = answers;
        this.callers = callers;
        this.retryAfter = retryAfter;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<IdempotentEndpoint> endpoint = IdempotentEndpoint.of(request);
        List<String> keys = Collections.list(request.getHeaders(KEY));
        Optional<String> owner = callers.ownerOf(request);
        if (endpoint.isEmpty() || keys.isEmpty() || owner.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ReadRequest read;
        Claim claim;
        try {
            if (keys.size() > 1) {
                throw Refusals.badKey();
            }
            IdempotencyKey key = new IdempotencyKey(owner.get(), keys.get(0));
            read = ReadRequest.of(request);
            claim = answers.claim(key, read.line(), read.body());
        } catch (ErrorResponseException | DataAccessException | IOException failure) {
            if (problems.resolveException(request, response, null, failure) == null) {
                throw failure;
            }
            return;
        }
        if (claim instanceof Claim.Ours ours) {
            work(ours, endpoint.get(), read, response, chain);
        } else if (claim instanceof Claim.Answered answered) {
            replay(answered.answer(), response);
        } else {
            problems.resolveException(request, response, null, refusal(claim));
        }
    }

    /** To be called more often than a lease lasts: only what a crash has ended is taken over. */
    void renewLeases() {
        answers.renew(running);
    }

    private ErrorResponseException refusal(Claim claim) {
        if (claim instanceof Claim.Running) {
            return Refusals.running(retryAfter);
        }
        return claim instanceof Claim.AnsweredInSecret ? Refusals.secret() : Refusals.anotherRequest();
    }

    private void work(
            Claim.Ours ours,
            IdempotentEndpoint endpoint,
            ReadRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        running.add(ours);
        try {
            chain.doFilter(request, caught);
            answered = true;
        } finally {
            conclude(ours, endpoint, caught, answered);
            running.remove(ours);
        }
        caught.copyBodyToResponse();
    }

    /** The work is done or has failed already; that its answer cannot be kept must not change what the caller gets. */
    private void conclude(
            Claim.Ours ours, IdempotentEndpoint endpoint, ContentCachingResponseWrapper caught, boolean answered) {
        try {
            if (answered && isFinal(caught)) {
                answers.keep(ours, answer(caught), endpoint.secret() && madeSomething(caught));
            } else {
                answers.release(ours);
            }
        } catch (DataAccessException failure) {
            LOG.error("The answer to a request with an {} could not be kept", KEY, failure);
        }
    }

    /** What says that it will be different later is not kept, so that the same key can be used then. */
    private static boolean isFinal(ContentCachingResponseWrapper caught) {
        return caught.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()
                && caught.getStatus() != HttpStatus.TOO_MANY_REQUESTS.value()
                && caught.getHeader(HttpHeaders.RETRY_AFTER) == null;
    }

    /** A refusal holds no secret, and whoever asks again is to see why. */
    private static boolean madeSomething(ContentCachingResponseWrapper caught) {
        return HttpStatusCode.valueOf(caught.getStatus()).is2xxSuccessful();
    }

    private static Answer answer(ContentCachingResponseWrapper caught) {
        return new Answer(
                caught.getStatus(),
                Optional.ofNullable(caught.getContentType()),
                Optional.ofNullable(caught.getHeader(HttpHeaders.LOCATION)),
                new String(caught.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        answer.contentType().ifPresent(response::setContentType);
        answer.location().ifPresent(location -> response.setHeader(HttpHeaders.LOCATION, location));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
