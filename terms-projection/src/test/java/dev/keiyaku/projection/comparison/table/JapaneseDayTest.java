package dev.keiyaku.projection.comparison.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JapaneseDayTest {

  @Test
  void aDayIsWrittenInBothReckonings() {
    assertThat(JapaneseDay.both(LocalDate.of(2023, 7, 1))).isEqualTo("令和5年7月1日（2023年7月1日）");
    assertThat(JapaneseDay.both(LocalDate.of(2024, 2, 29))).isEqualTo("令和6年2月29日（2024年2月29日）");
  }

  @Test
  void theFirstYearOfAnEraIsWrittenAsJapaneseWriteIt() {
    assertThat(JapaneseDay.japanese(LocalDate.of(2019, 4, 30))).isEqualTo("平成31年4月30日");
    assertThat(JapaneseDay.japanese(LocalDate.of(2019, 5, 1))).isEqualTo("令和元年5月1日");
  }

  @Test
  void beforeTheSolarCalendarThereIsOnlyTheWesternYear() {
    assertThat(JapaneseDay.japanese(LocalDate.of(1872, 12, 31))).isEqualTo("1872年12月31日");
    assertThat(JapaneseDay.both(null)).isEmpty();
  }
}
