package dev.keiyaku.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir Path target;

  @Test
  void whatAnInterruptedRunLeftIsDeletedAndWhatARunningOneHasIsNot() throws Exception {
    var ended = new ProcessBuilder("true").start();
    ended.waitFor();
    var left = Files.createDirectories(target.resolve("bench-" + ended.pid() + "-1/database"));
    Files.writeString(left.resolve("rows"), "many");
    var running = RunFolder.fresh(target);
    var other = Files.createDirectory(target.resolve("classes"));
    assertThat(RunFolder.fresh(target)).isNotEqualTo(running).isDirectory();
    assertThat(left.getParent()).doesNotExist();
    assertThat(running).isDirectory();
    assertThat(other).isDirectory();
  }
}
