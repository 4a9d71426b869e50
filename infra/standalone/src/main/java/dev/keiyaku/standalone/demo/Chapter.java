package dev.keiyaku.standalone.demo;

/** One numbered step of the walk-through. */
interface Chapter {

  String title();

  /**
   * @throws NotAsTold when an answer is not the one told
   */
  void play(Stage stage);
}
