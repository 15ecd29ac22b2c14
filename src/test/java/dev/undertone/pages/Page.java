package dev.undertone.pages;

import java.net.http.HttpResponse;
import java.util.function.Supplier;

/**
 * A page, or a part that a page asks for by itself.
 *
 * @param name in the table
 * @param ask asks for it once
 */
record Page(String name, Supplier<HttpResponse<String>> ask) {

    /** How long it took, in nanoseconds. */
    long time() {
        long start = System.nanoTime();
        HttpResponse<String> answer = ask.get();
        long took = System.nanoTime() - start;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(name + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return took;
    }
}
