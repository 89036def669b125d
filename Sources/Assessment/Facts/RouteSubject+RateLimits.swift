import CEL
import Estate

extension RouteSubject {
  /// The server's tools that every limit of the route leaves out which tells tools apart.
  ///
  /// Silent where the limits hold only for tools that they name, and nobody lists the server's tools.
  var unlimitedTools: Reading {
    let perTool = route.rateLimits.filter(\.isPerTool.value)
    let coverages = perTool.compactMap(\.tools)
    guard let first = coverages.first, coverages.count == perTool.count,
      !coverages.contains(where: { $0.limitsOthers.value && $0.entries.allSatisfy(\.isLimited) })
    else { return .known(.list([]), at: route.rateLimits.first?.span ?? route.span) }
    let tools = server.tools.filter { $0.isEnabled.value != false }.map(\.name)
    guard !tools.isEmpty else {
      return .absent(
        Silence(
          .catalog, note: "the rate limit names tools, and no source lists the server's tools"))
    }
    let unlimited = tools.filter { tool in !coverages.contains { $0.limits(tool) } }
    return .known(.list(unlimited.sorted().map(Value.string)), at: first.limitsOthers.span)
  }
}
