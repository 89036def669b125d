extension HTMLStyle {
  /// Letters, headings, links and lists.
  static let text: Fragment<HTML> = """
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 4rem; }
    body {
      margin: 0;
      background: var(--ground);
      color: var(--ink);
      font: 400 0.9375rem/1.6 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto,
        "Helvetica Neue", "Noto Sans", Arial, sans-serif;
      font-kerning: normal;
      overflow-wrap: anywhere;
    }
    h1, h2, h3, h4, p, ul, ol, dl, dd, figure, pre { margin: 0; }
    h1 { font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; }
    h2 { font-size: 1.375rem; line-height: 1.25; font-weight: 640; letter-spacing: -0.01em; }
    h3 { font-size: 1.0625rem; line-height: 1.35; font-weight: 640; }
    h4 { font-size: 0.9375rem; line-height: 1.4; font-weight: 640; }
    section > * + *, .body > * + *, .finding > * + * { margin-top: 0.75rem; }
    section > h2 + * { margin-top: 1rem; }
    section > h3 { margin-top: 2rem; }
    .body > h4 { margin-top: 1.75rem; }
    p { max-width: 78ch; text-wrap: pretty; }
    a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
    code, pre, .place, .rule, .hash {
      font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
      font-size: 0.8125rem;
    }
    small { font-size: 0.8125rem; }
    strong { font-weight: 640; }
    ul, ol { padding-left: 1.25rem; }
    ul.plain, ul.lines, ul.findings, ul.tiles, ul.cards, ul.key, ul.legend, ul.dimensions,
    ol.ladder, ol.stages, .contents ul { list-style: none; padding: 0; }
    ul.plain > li + li, ul.lines > li + li { margin-top: 0.375rem; }
    .name { font-weight: 600; }
    a.rule { text-decoration: none; white-space: nowrap; }
    a.rule:hover { text-decoration: underline; }
    .muted, figcaption, caption { color: var(--soft); }
    .muted, .cut, .place { font-size: 0.8125rem; }
    .place { color: var(--soft); }
    .cut { color: var(--soft); font-style: italic; }
    .spoken {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .skip { position: absolute; left: 1rem; top: -4rem; }
    .skip:focus {
      top: 0.75rem;
      z-index: 10;
      padding: 0.5rem 1rem;
      background: var(--ground);
      border: 1px solid var(--edge);
      border-radius: 6px;
    }

    """
}
