package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.ModelAndView;

/** Which bodies are held to the limit of the API. */
final class BodyLimitTests {

    private static final int TOO_MUCH = 20;

    private final List<Exception> refusals = new ArrayList<>();
    private final BodyLimit limit = new BodyLimit(DataSize.ofBytes(10), (request, response, handler, failure) -> {
        refusals.add(failure);
        return new ModelAndView();
    });

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/submissions/files", "/batch"})
    void anUploadedFileHasALimitOfItsOwn(String path) throws Exception {
        HttpServletRequest request = sent(path);
        assertThat(passed(request)).isSameAs(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/submissions",
                "/api/v1/submissions/files/x/cancel",
                "/api/v1/submissions/files/",
                "/%61pi/v1/%63lassify",
                "/"
            })
    void everyOtherBodyIsHeldToTheLimit(String path) throws Exception {
        assertThat(passed(sent(path))).isNull();
        assertThat(refusals).singleElement().isInstanceOf(BodyTooLarge.class);
    }

    private @org.jspecify.annotations.Nullable Object passed(HttpServletRequest request) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        limit.doFilter(request, new MockHttpServletResponse(), chain);
        return chain.getRequest();
    }

    private static HttpServletRequest sent(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContent(new byte[TOO_MUCH]);
        return request;
    }
}
