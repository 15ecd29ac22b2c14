package crooked;

import org.springframework.modulith.Modulithic;

/** Stands for the entry point of the crooked house. */
@Modulithic
public final class Crooked {

    private Crooked() {}
}
