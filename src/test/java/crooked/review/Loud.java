package crooked.review;

/** Breaks: only the command line prints. */
final class Loud {

    void out() {
        System.out.println("heard");
    }

    void err() {
        System.err.println("heard");
    }

    void trace(RuntimeException fault) {
        fault.printStackTrace();
    }
}
