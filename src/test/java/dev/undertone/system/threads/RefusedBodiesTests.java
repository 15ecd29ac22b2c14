package dev.undertone.system.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.web.Keywords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;

/** Senders of whole bodies that are refused before they have been read. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(Keywords.class)
class RefusedBodiesTests {

    /** More than the buffers between two sockets hold, less than what is read of a refused body. */
    private static final int MEGABYTES = 24;

    @Autowired
    Environment environment;

    @ParameterizedTest
    @CsvSource({
        "/api/v1/classify, application/json, 413",
        "/api/v1/submissions, application/json, 413",
        "/batch, multipart/form-data; boundary=x, 413",
        "/, application/x-www-form-urlencoded, 413",
        "/nothing, text/plain, 404",
    })
    void seeTheAnswer(String path, String type, int status) throws IOException {
        byte[] megabyte = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        try (Socket socket = new Socket("localhost", port);
                OutputStream out = socket.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            out.write(String.join(
                            "\r\n",
                            "POST " + path + " HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: " + type,
                            "Content-Length: " + (long) MEGABYTES * megabyte.length,
                            "",
                            "")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < MEGABYTES; i++) {
                out.write(megabyte);
            }
            assertThat(in.readLine()).startsWith("HTTP/1.1 " + status);
        }
    }
}
