extension TelemetrySummary {
  /// The same records, in logs that are called what `shown` makes of their names.
  ///
  /// Two logs keep apart: one whose new name is taken keeps its own.
  public consuming func renamingLogs(_ shown: (String) -> String) -> TelemetrySummary {
    let sources = Set(tallies.lines.parts.map { Int($0.source) })
    var renamed = names
    var taken = Set(names)
    for source in sources.sorted() {
      let name = shown(names[source])
      if taken.insert(name).inserted { renamed[source] = name }
    }
    return renamed == names ? self : TelemetrySummary(tallies, names: renamed)
  }
}
