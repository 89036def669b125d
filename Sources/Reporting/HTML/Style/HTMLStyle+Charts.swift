extension HTMLStyle {
  /// Drawings.
  ///
  /// Lines differ in their strokes and every area is named in words, so that no color is needed.
  static let charts: Fragment<HTML> = """
    svg { display: block; }
    svg text { font-family: inherit; fill: var(--ink); }
    svg.chart { width: 100%; height: auto; max-width: 36rem; overflow: visible; }
    .chart text { font-size: 12px; }
    .chart text.tick { fill: var(--soft); }
    .chart text.value { font-weight: 640; }
    .chart line.axis { stroke: var(--edge); stroke-width: 1; }
    .chart line.limit { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 5 4; }
    .chart text.limit { fill: var(--bad); }
    .chart rect.column { fill: var(--accent); }
    .chart rect.frozen { fill: var(--bad); }
    .chart rect.breach { fill: var(--bad); fill-opacity: 0.16; stroke: var(--bad); stroke-width: 0.75; }
    .chart path.curve { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
    .chart circle.curve { fill: var(--accent); }
    .swatch { display: inline-block; width: 0.75rem; height: 0.75rem; vertical-align: -0.0625rem; }
    rect.fifth-1 { fill: var(--good); fill-opacity: 0.35; }
    rect.fifth-2 { fill: var(--good); fill-opacity: 0.6; }
    rect.fifth-3 { fill: var(--soft); fill-opacity: 0.45; }
    rect.fifth-4 { fill: var(--bad); fill-opacity: 0.45; }
    rect.fifth-5 { fill: var(--bad); }
    .chart text.inside { font-weight: 640; }
    .chart text.inside.fifth-5 { fill: var(--ground); }
    .plots { display: grid; gap: 1.25rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); margin-top: 1rem; }
    .plot { min-width: 0; }
    .plot svg.chart { max-width: 30rem; }
    .plot > p { margin-top: 0.25rem; }
    .plot figcaption { margin-bottom: 0.375rem; font-size: 0.8125rem; }
    .plot figcaption strong { color: var(--ink); }
    .graph { display: block; min-width: 44rem; width: 100%; height: auto; padding: 0.5rem; }
    .graph text { font-size: 12px; }
    .graph .heading { fill: var(--soft); font-weight: 600; }
    .graph .edge { fill: none; stroke: var(--edge); stroke-width: 1; }
    .graph .node rect { fill: var(--raised); stroke: var(--edge); stroke-width: 1; }
    .graph .node.server rect { fill: var(--accent-ground); stroke: var(--accent); }
    .graph .node.hub rect { stroke-width: 2.5; }
    .graph .node.rest rect { stroke-dasharray: 4 3; }
    .graph .radius { font-weight: 640; fill: var(--soft); }

    """
}
