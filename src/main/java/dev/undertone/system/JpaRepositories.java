package dev.undertone.system;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.jpa.repository.query.DeclaredQuery;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerFactory;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/**
 * How Spring Data reads the queries of our repositories: still at the start, which fails if one is wrong, but once the
 * page and the classify endpoint answer, as they need none.
 */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(
        basePackages = "dev.undertone",
        bootstrapMode = BootstrapMode.DEFERRED,
        queryEnhancerSelector = JpaRepositories.Unparsed.class)
class JpaRepositories {

    /** Spring Data makes one only for repositories that it makes at once. */
    @Bean
    EntityManager entityManager(EntityManagerFactory factory) {
        return SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

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
