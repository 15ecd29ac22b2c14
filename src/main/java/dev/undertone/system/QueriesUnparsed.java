package dev.undertone.system;

import org.springframework.data.jpa.repository.query.DeclaredQuery;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactory;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector;

/**
 * Leaves parsing to Hibernate, which checks every query at the start. Spring Data would parse each with a grammar of
 * its own before that, only to be able to add an order or a count, which none of ours needs: a tenth of what the main
 * thread did until the first answer. Public for what the build generates beside each repository.
 */
public final class QueriesUnparsed implements QueryEnhancerSelector {

    @Override
    public QueryEnhancerFactory select(DeclaredQuery query) {
        return QueryEnhancerFactories.fallback();
    }
}
