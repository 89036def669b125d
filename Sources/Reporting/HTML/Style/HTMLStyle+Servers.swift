extension HTMLStyle {
  /// Pages of servers and rules, findings, ledgers.
  static let servers: Fragment<HTML> = """
    .list { border: 1px solid var(--line); border-radius: 8px; }
    details.page + details.page { border-top: 1px solid var(--line); }
    .list.long > details.page:not([open]) { content-visibility: auto; contain-intrinsic-block-size: auto 3.0625rem; }
    .list.long > details.page > summary:focus-visible { outline-offset: -3px; }
    details.page > summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.75rem; padding: 0.75rem 1rem; list-style: none; }
    details.page > summary::-webkit-details-marker { display: none; }
    details.page > summary::before { content: "▸"; flex: none; width: 0.75rem; color: var(--soft); }
    details.page[open] > summary::before { content: "▾"; }
    details.page[open] > summary { background: var(--raised); border-bottom: 1px solid var(--line); border-radius: 8px 8px 0 0; }
    details.page > summary h3 { min-width: 0; max-width: calc(100% - 1.5rem); font-size: 1rem; }
    details.page > .body { padding: 1.25rem 1rem 1.75rem; }
    .line { display: inline-flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.5rem; }
    ol.ladder { display: grid; grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 3px; }
    .ladder li { padding: 0.375rem 0.5rem; background: var(--sunk); color: var(--soft); font-size: 0.8125rem; line-height: 1.35; overflow-wrap: normal; }
    .ladder li:first-child { border-radius: 6px 0 0 6px; }
    .ladder li:last-child { border-radius: 0 6px 6px 0; }
    .ladder li.reached { background: var(--accent-ground); color: var(--accent); }
    .ladder li.here { box-shadow: inset 0 -3px 0 var(--accent); font-weight: 640; }
    .ladder small { display: block; font-size: 0.75rem; font-weight: 400; }
    dl.facts { display: grid; gap: 0.75rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); }
    dt { font-size: 0.8125rem; font-weight: 600; color: var(--soft); }
    .finding { padding: 0.875rem 0 1rem; border-top: 1px solid var(--line); }
    .finding .head { max-width: none; }
    .findings > .finding:first-child { border-top: 0; }
    .message { font-size: 0.9375rem; }
    .fix { padding-left: 0.75rem; border-left: 3px solid var(--edge); }
    .alike { font-size: 0.8125rem; }
    ul.dimensions { display: grid; gap: 0.5rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
    .dimensions li { display: grid; grid-template-columns: minmax(0, 1fr) 5rem 3rem; align-items: center; gap: 0.75rem; font-size: 0.875rem; }
    .dimensions li > :last-child { text-align: right; font-variant-numeric: tabular-nums; }
    @media (max-width: 34rem) {
      ol.ladder { grid-template-columns: minmax(0, 1fr); }
      .ladder li, .ladder li:first-child, .ladder li:last-child { display: flex; justify-content: space-between; border-radius: 4px; }
      .ladder li.here { box-shadow: inset 3px 0 0 var(--accent); }
    }

    """
}
