package dev.keiyaku.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The services start with what a training run has left, and a run that trains leaves nothing else.
 */
@Tag("processes")
class TrainingTest {

  @TempDir Path home;
  @TempDir Path temporary;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void whatTheServicesHaveLearnedTheyStartWith() throws Exception {
    train();

    assertThat(temporary).as("the home of the training run is gone").isEmptyDirectory();
    try (Product product = Product.start(home)) {
      for (String service : Product.SERVICES) {
        assertThat(maps(product.service(service)))
            .as("A JVM maps the cache only when its options and its jar are those of the training")
            .contains(service + ".aot");
      }
    }
  }

  private void train() throws IOException, InterruptedException {
    Path output = home.resolve("train.out");
    var training = Product.command("train", "-Djava.io.tmpdir=" + temporary);
    Process process = training.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
  }

  private static String maps(ProcessHandle process) throws IOException {
    return Files.readString(Path.of("/proc", Long.toString(process.pid()), "maps"));
  }
}
