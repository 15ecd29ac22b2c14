package dev.undertone.moderation.web;

import dev.undertone.moderation.intake.IntakeBusy;
import dev.undertone.moderation.intake.Reception;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses submissions while no more can be taken in, before the caller's key has been looked up and the body
 * understood: under overload most requests are refused, and what that costs is taken from those that were let in. Some
 * that come while there is still room are refused later all the same, when it is gone.
 */
final class LoadSheddingFilter extends OncePerRequestFilter {

    /** A body that nobody reads cuts the answer off, and reading more of it than this would be no saving. */
    private static final int READ_BEFORE_REFUSAL = 64 * 1024;

    private static final RequestMatcher SUBMISSION =
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, SubmissionController.PATH);

    private final Reception reception;
    private final JsonMapper mapper;

    LoadSheddingFilter(Reception reception, JsonMapper mapper) {
        this.reception = reception;
        this.mapper = mapper;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<IntakeBusy> busy = isSmallSubmission(request) ? reception.refusal() : Optional.empty();
        if (busy.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.getInputStream().readNBytes(READ_BEFORE_REFUSAL);
        answer(new IntakeRefused(busy.get()), request, response);
    }

    /** In the form in which controllers answer, without the way there, which costs several times as much. */
    private void answer(IntakeRefused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemDetail problem = refused.getBody();
        problem.setInstance(URI.create(request.getContextPath() + SubmissionController.PATH));
        response.setStatus(refused.getStatusCode().value());
        refused.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(mapper.writeValueAsBytes(problem));
    }

    private static boolean isSmallSubmission(HttpServletRequest request) {
        int length = request.getContentLength();
        return length >= 0 && length <= READ_BEFORE_REFUSAL && SUBMISSION.matches(request);
    }
}
