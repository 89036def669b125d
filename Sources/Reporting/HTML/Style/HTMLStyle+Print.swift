extension HTMLStyle {
  /// On paper everything is unfolded and nothing scrolls or sticks.
  static let print: Fragment<HTML> = """
    @media print {
      @page { margin: 16mm 14mm; }
      html { font-size: 10pt; }
      .contents, .skip, .filter { display: none; }
      .frame { display: block; }
      .masthead, .frame, .colophon { max-width: none; padding-left: 0; padding-right: 0; }
      .scroll, .excerpt pre, .snippet { max-height: none; overflow: visible; }
      .excerpt pre, .snippet { white-space: pre-wrap; overflow-wrap: anywhere; }
      thead th, table.matrix tbody th, table.servers tbody th { position: static; }
      th, td { padding: 0.25rem 0.375rem; }
      table { font-size: 0.8125rem; }
      th button { display: contents; }
      th button::after { content: none; }
      tbody th, td, table.wide td, table.ledger tbody th, table.inputs tbody th { min-width: 0; }
      .hash { word-break: break-all; }
      details::details-content { content-visibility: visible; block-size: auto; display: block; }
      tr, .tiles > li, .cards > li, .plot, .excerpt, .gate { break-inside: avoid; }
      h2, h3, h4, summary, .head { break-after: avoid; }
      .graph { min-width: 0; }
      .badge, .count, .seal, .bar, .ladder li, td, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      a { color: inherit; text-decoration: none; }
    }

    """
}
