import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that every Java source is formatted by google-java-format, or formats it ({@code apply}).
 */
final class Format {

  public static void main(String[] args) throws Exception {
    var apply = args.length > 0 && args[0].equals("apply");
    var formatter = new Formatter();
    var ill = new ArrayList<Path>();
    for (var source : sources()) {
      var text = Files.readString(source);
      var formatted = formatter.formatSourceAndFixImports(text);
      if (!formatted.equals(text)) {
        ill.add(source);
        if (apply) {
          Files.writeString(source, formatted);
        }
      }
    }
    if (!ill.isEmpty() && !apply) {
      ill.forEach(source -> System.err.println("not formatted: " + source));
      System.err.println("mend it with: ./mvnw -N process-sources -Dformat=apply");
      System.exit(1);
    }
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of("."))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
