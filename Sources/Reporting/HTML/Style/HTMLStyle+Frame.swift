extension HTMLStyle {
  /// The page's frame: its head, the contents beside or above the sections, boxes that fold.
  static let frame: Fragment<HTML> = """
    .masthead, .frame, .colophon { max-width: 90rem; margin: 0 auto; padding: 0 1.25rem; }
    .masthead { padding-top: 2.25rem; padding-bottom: 1.5rem; }
    .masthead p { margin-top: 0.375rem; color: var(--soft); }
    .contents {
      position: sticky;
      top: 0;
      z-index: 5;
      margin: 0 -1.25rem;
      padding: 0 1.25rem;
      background: var(--ground);
      border-bottom: 1px solid var(--line);
      overflow-x: auto;
      overscroll-behavior-x: contain;
    }
    .contents ul { display: flex; gap: 1.125rem; }
    .contents a {
      display: block;
      padding: 0.75rem 0;
      color: var(--soft);
      font-size: 0.875rem;
      text-decoration: none;
      white-space: nowrap;
    }
    .contents a:hover { color: var(--accent); text-decoration: underline; }
    main { min-width: 0; }
    section { padding: 2rem 0 2.25rem; border-bottom: 1px solid var(--line); }
    section:first-child { padding-top: 1.5rem; }
    section:last-child { border-bottom: 0; }
    .columns { display: grid; gap: 1.5rem 2.5rem; grid-template-columns: minmax(0, 1fr); }
    .columns > div > * + * { margin-top: 0.75rem; }
    .colophon { padding-top: 1rem; padding-bottom: 2.5rem; color: var(--soft); font-size: 0.8125rem; }
    summary { cursor: pointer; }
    details > summary:hover { color: var(--accent); }
    td details, li details { margin-top: 0.25rem; }
    td summary, li summary { font-size: 0.8125rem; color: var(--accent); }
    .filter { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; margin-bottom: 0.75rem; max-width: none; }
    .filter label { color: var(--soft); font-size: 0.8125rem; }
    .filter input {
      width: min(100%, 18rem);
      padding: 0.375rem 0.625rem;
      font: inherit;
      color: var(--ink);
      background: var(--ground);
      border: 1px solid var(--edge);
      border-radius: 6px;
    }
    .filter output { color: var(--soft); font-size: 0.8125rem; align-self: center; }
    [hidden] { display: none !important; }
    @media (min-width: 48rem) {
      .columns { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    }
    @media (min-width: 70rem) {
      html { scroll-padding-top: 1rem; }
      .frame { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 2.5rem; }
      .contents {
        align-self: start;
        top: 1.5rem;
        max-height: calc(100vh - 3rem);
        margin: 1.5rem 0 0;
        padding: 0;
        border: 0;
        overflow: hidden auto;
      }
      .contents ul { display: block; border-left: 1px solid var(--line); }
      .contents a { padding: 0.25rem 0 0.25rem 0.875rem; white-space: normal; }
    }

    """
}
