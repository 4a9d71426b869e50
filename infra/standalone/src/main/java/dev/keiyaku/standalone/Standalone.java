package dev.keiyaku.standalone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Standalone {

  public static void main(String[] args) {
    SpringApplication.run(Standalone.class, args);
  }
}
