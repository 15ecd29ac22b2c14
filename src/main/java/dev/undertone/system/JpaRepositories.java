package dev.undertone.system;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.jpa.repository.query.DeclaredQuery;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactory;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector;

/** How Spring Data reads the queries of our repositories. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackages = "dev.undertone", queryEnhancerSelector = JpaRepositories.Unparsed.class)
class JpaRepositories {

    /**
     * Leaves parsing to Hibernate, which checks every query at the start. Spring Data would parse each with a grammar
     * of its own before that, only to be able to add an order or a count, which none of ours needs: a tenth of what the
     * main thread did until the first answer.
     */
    static final class Unparsed implements QueryEnhancerSelector {

        @Override
        public QueryEnhancerFactory select(DeclaredQuery query) {
            return QueryEnhancerFactories.fallback();
        }
    }
}
