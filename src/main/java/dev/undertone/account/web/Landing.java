package dev.undertone.account.web;

import dev.undertone.account.Role;

/** Where somebody begins who signed in without having asked for a page. */
final class Landing {

    private Landing() {}

    /** The page on which a person of this role has most to do. */
    static String pageOf(Role role) {
        return switch (role) {
            case VIEWER -> "/insights";
            case MODERATOR, LEAD -> "/queue";
            case POLICY_OWNER -> "/policies";
            case ADMIN -> "/admin";
        };
    }
}
