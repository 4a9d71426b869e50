package dev.keiyaku.standalone;

import dev.keiyaku.standalone.launch.Refusal;
import java.util.List;

/**
 * {@code up} starts the product and keeps it running; {@code demo} tells a life with it; {@code
 * train} lets its JVMs learn how they start.
 */
public final class Standalone {

  private Standalone() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    String asked = arguments.isEmpty() ? "up" : arguments.getFirst();
    try {
      return switch (asked) {
        case "up" -> Up.run(System.getenv(), System.out::println);
        case "demo" -> Demo.run(System.getenv(), System.out::println);
        case "train" -> Training.run(System.out::println);
        default -> throw new Refusal("there is no " + asked + "; say up, demo or train");
      };
    } catch (Refusal refusal) {
      System.err.println("keiyaku: " + refusal.getMessage());
      return 1;
    }
  }
}
