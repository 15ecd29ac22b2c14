package dev.undertone.system;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
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
        queryEnhancerSelector = QueriesUnparsed.class)
class JpaRepositories {

    /** Spring Data makes one only for repositories that it makes at once. */
    @Bean
    EntityManager entityManager(EntityManagerFactory factory) {
        return SharedEntityManagerCreator.createSharedEntityManager(factory);
    }
}
