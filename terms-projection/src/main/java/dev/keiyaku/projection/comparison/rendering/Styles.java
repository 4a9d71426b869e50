package dev.keiyaku.projection.comparison.rendering;

/** How the page looks: printable on A4 landscape, readable without colour. */
final class Styles {

  static final String SHEET =
      """
      @page { size: A4 landscape; margin: 14mm 12mm;
        @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt;
          font-family: 'Noto Sans JP', sans-serif; } }
      body { font-family: 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', sans-serif;
        font-size: 9pt; line-height: 1.6; color: #000; background: #fff; }
      h1 { font-size: 13pt; margin: 0; } h2 { font-size: 10pt; margin: 4mm 0 1mm; }
      p { margin: 0 0 1mm; white-space: pre-wrap; } p.known { font-size: 8pt; }
      table { width: 100%; border-collapse: collapse; table-layout: fixed;
        -fs-table-paginate: paginate; margin-bottom: 4mm; }
      th, td { border: 0.5pt solid #000; padding: 1mm 2mm; text-align: left;
        vertical-align: top; white-space: pre-wrap; word-wrap: break-word;
        font-weight: normal; }
      th { font-weight: bold; background: #eee; } thead { display: table-header-group; }
      tr { page-break-inside: avoid; } tr.chapter td { font-weight: bold; }
      col.term { width: 14%; } col.remark { width: 11%; }
      .l1 { padding-left: 5mm; } .l2 { padding-left: 9mm; } .l3 { padding-left: 13mm; }
      .l4 { padding-left: 17mm; } .l5 { padding-left: 21mm; } .l6 { padding-left: 25mm; }
      del, ins { text-decoration: underline; font-weight: bold; }
      i.form { font-style: normal; border-bottom: 1pt dotted #000; }
      .note { font-size: 8pt; }
      """;

  private Styles() {}
}
