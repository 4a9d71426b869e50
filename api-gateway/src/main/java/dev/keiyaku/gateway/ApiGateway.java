package dev.keiyaku.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The process that everyone outside talks to. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ApiGateway {

  public static void main(String[] args) {
    SpringApplication.run(ApiGateway.class, args);
  }
}
