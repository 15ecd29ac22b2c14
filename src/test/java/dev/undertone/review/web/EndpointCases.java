package dev.undertone.review.web;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.moderation.Intake;
import dev.undertone.review.ReviewCases;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Cases that ask over HTTP what becomes of submissions. */
abstract class EndpointCases extends ReviewCases {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApiKeys keys;

    @Autowired
    Intake intake;

    /** Somebody with a new key of this name. */
    ReviewCalls caller(String name, Scope scope) {
        return new ReviewCalls(mvc, keys.create(name, Set.of(scope), Actor.commandLine()));
    }
}
