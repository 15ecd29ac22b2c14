package dev.undertone.moderation.file.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.TestKeys;
import dev.undertone.database.OnH2;
import dev.undertone.moderation.file.FileWork;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** {@code /api/v1/submissions/files} as a program meets it. */
@OnH2
final class FileIntakeEndpointTests {

    private static final String FILES = "/api/v1/submissions/files";

    private final MockMvc http;
    private final TestKeys keys;
    private final FileWork work;

    FileIntakeEndpointTests(@Autowired MockMvc http, @Autowired ApiKeys keys, @Autowired ApplicationContext context) {
        this.http = http;
        this.keys = new TestKeys(keys);
        this.work = new FileWork(context);
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(keys.of("forum")));
    }

    @Test
    void aFileIsTakenAndItsProgressCanBeFollowedToTheRejectedRows() throws Exception {
        MvcResult answer = send(post(FILES + "?channel=forum&name=posts.csv")
                        .contentType("text/csv")
                        .content("text\nhello there\n=1+1,2\n \n"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("RECEIVED"))
                .andExpect(jsonPath("$.name").value("posts.csv"))
                .andExpect(jsonPath("$.rows.total").isEmpty())
                .andReturn();
        String location = Objects.requireNonNull(answer.getResponse().getHeader("Location"));
        assertThat(location).startsWith(FILES + "/");
        work.off();

        send(get(java.util.Objects.requireNonNull(location)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.rows.read").value(3))
                .andExpect(jsonPath("$.rows.submitted").value(1))
                .andExpect(jsonPath("$.rows.alreadyKnown").value(0))
                .andExpect(jsonPath("$.rows.rejected").value(2))
                .andExpect(jsonPath("$.rows.total").value(3))
                .andExpect(jsonPath("$.finishedAt").isNotEmpty());
        send(get(location + "/rejected"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(content()
                        .string(String.join(
                                "\r\n",
                                "line,reason,text",
                                "3,2 fields where the header has 1; quote a text with a comma,\"'=1+1,2\"",
                                "4,the text has no readable character, ",
                                "")));
        send(get(FILES))
                .andExpect(jsonPath("$.items[0].state").value("DONE"))
                .andExpect(jsonPath("$.next").isEmpty());
    }

    @Test
    void theContentTypeNamesAFileWithoutAName() throws Exception {
        send(post(FILES + "?channel=forum")
                        .contentType("application/x-ndjson")
                        .content("no json\n{\"text\":\"hello\"}\n"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.name").value("upload.jsonl"));
    }

    @Test
    void whatIsNoFileOfSubmissionsIsRefusedWithItsReason() throws Exception {
        send(post(FILES + "?name=posts.csv").contentType("text/csv").content("title\nhello\n"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.startsWith("posts.csv: line 1 has")));
        send(post(FILES).contentType("application/json").content("{}")).andExpect(status().isUnsupportedMediaType());
        send(post(FILES).param("name", "a\u0000b").contentType("text/csv").content("text\nhello\n"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndNotKept() throws Exception {
        byte[] much = new byte[(int) work.maxUpload() + 1];
        send(post(FILES).contentType("text/csv").content(much))
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("max-upload")));

        assertThat(work.partialUploads()).isEmpty();
    }

    @Test
    void cancellingIsAnsweredWithTheStateAndNotPossibleTwice() throws Exception {
        String location = received();
        send(post(location + "/cancel"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CANCELLED"));
        send(post(location + "/cancel"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("CANCELLED")));
    }

    @Test
    void deletedRowsAreGoneAndTheFileIsStillKnown() throws Exception {
        String location = received();
        send(delete(location)).andExpect(status().isNoContent());
        send(delete(location)).andExpect(status().isNoContent());
        send(get(java.util.Objects.requireNonNull(location)))
                .andExpect(jsonPath("$.state").value("CANCELLED"));
        send(get(location + "/rejected")).andExpect(status().isGone());
    }

    @Test
    void anUnknownIdIsNotFoundWhateverItLooksLike() throws Exception {
        for (String id : new String[] {UUID.randomUUID().toString(), "x", "1-1-1-1-1", "no id"}) {
            send(get(FILES + "/" + id)).andExpect(status().isNotFound());
            send(get(FILES + "/" + id + "/rejected")).andExpect(status().isNotFound());
            send(post(FILES + "/" + id + "/cancel")).andExpect(status().isNotFound());
            send(delete(FILES + "/" + id)).andExpect(status().isNotFound());
        }
    }

    @Test
    void tooManyOpenFilesAreRefusedForAWhile() throws Exception {
        for (int i = 0; i < work.maxOpen(); i++) {
            received();
        }
        send(post(FILES + "?channel=forum").contentType("text/csv").content("text\nhello\n"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "60"));
    }

    private String received() throws Exception {
        String location = send(post(FILES + "?channel=forum")
                        .contentType("text/csv")
                        .content("text\nhello\n"))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        return Objects.requireNonNull(location);
    }
}
