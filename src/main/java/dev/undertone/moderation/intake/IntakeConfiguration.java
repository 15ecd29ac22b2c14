package dev.undertone.moderation.intake;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of intake. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModerationSettings.class)
class IntakeConfiguration {}
