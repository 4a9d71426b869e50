package dev.keiyaku.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class ApiGateway {

  public static void main(String[] args) {
    SpringApplication.run(ApiGateway.class, args);
  }
}
