package dev.undertone.classification.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Runs its seeds in a plain build, and for as long as wanted with {@code JAZZER_FUZZ=1}. */
@SpringBootTest(properties = "logging.level.root=error")
@AutoConfigureMockMvc(print = org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint.NONE)
@ActiveProfiles("test")
@Import(Keywords.class)
class ClassifyEndpointFuzzTests {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    MockMvc mvc;

    @FuzzTest(maxDuration = "60s")
    @DictionaryEntries({
        "{\"text\":\"",
        "\"texts\":[\"",
        "\\u0000",
        "\\ud800",
        "\\udc00",
        "\"}",
        "\"]}",
        "null",
        "[[[[",
        "1e999"
    })
    void anyBodyGetsAResultOrAProblem(FuzzedDataProvider data) throws Exception {
        boolean explain = data.consumeBoolean();
        byte[] body = data.consumeBoolean()
                ? data.consumeRemainingAsBytes()
                : ("{\"text\":\"" + data.consumeRemainingAsString() + "\"}").getBytes(StandardCharsets.UTF_8);
        var answer = mvc.perform(MockMvcRequestBuilders.post("/api/v1/classify")
                        .param("explain", Boolean.toString(explain))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isIn(200, 400, 413, 422, 503);
        assertThat(answer.getContentType())
                .isEqualTo(answer.getStatus() == 200 ? "application/json" : "application/problem+json");
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("Exception", "tools.jackson");
    }
}
