package dev.undertone.audit;

import java.util.Optional;

/** The chain that the entries make, and whether it holds. */
public interface AuditChain {

    /** Its end, to be kept where nobody who can write to the database can write. */
    ChainHead head();

    /**
     * Reads every entry and checks that it is the one that was written, in its place.
     *
     * @param exported a head that was kept elsewhere; without one, nobody can tell that entries at the end were removed
     *     together with the head, or that the whole chain was written anew
     */
    ChainReport verify(Optional<ChainHead> exported);
}
