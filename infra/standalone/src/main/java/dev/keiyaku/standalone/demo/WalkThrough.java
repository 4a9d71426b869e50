package dev.keiyaku.standalone.demo;

import dev.keiyaku.standalone.client.Door;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** The whole story, in eight chapters. */
public final class WalkThrough {

  private static final List<Chapter> CHAPTERS =
      List.of(
          new BothVersionsArePublished(),
          new TheOldVersionDecides(),
          new EachRefusalHasItsOwnCode(),
          new TheNewVersionDecides(),
          new SuspensionsOverlap(),
          new LiftingOneLeavesTheOther(),
          new CancellingAndComingBack(),
          new TheAuditorAsks());

  private WalkThrough() {}

  /**
   * Tells it.
   *
   * @param print takes the story, line by line
   * @throws NotAsTold at the first step that was answered otherwise
   */
  public static void tell(Door door, Clock clock, Consumer<String> print) {
    Stage stage = new Stage(door, clock, print);
    int number = 0;
    for (Chapter chapter : CHAPTERS) {
      number++;
      print.accept("");
      print.accept(number + ". " + chapter.title());
      try {
        chapter.play(stage);
      } catch (NotAsTold difference) {
        throw new NotAsTold("chapter " + number + ": " + difference.getMessage());
      }
    }
    print.accept("");
    print.accept(
        "Every step was answered as told. Dates in the past were entered late: effective then,");
    print.accept(
        "recorded now, within a backdating bound that infra/up sets wide for demonstration.");
  }
}
