import Estate

extension ServerSubject {
  /// What the server can do by its nature: its tools, its data, its reach (SPEC section 4, dimension B).
  func exposures(downstreamReach: Int) -> [Exposure] {
    var exposures: [Exposure] = []
    let irreversible = enabledTools(of: .irreversibleWrite)
    let reversible = enabledTools(of: .reversibleWrite)
    if let first = irreversible.min() {
      exposures.append(
        Exposure(
          name: "irreversible writes",
          reason: Self.listed(irreversible.count, "tool cannot be undone", first),
          weight: 0.35, containedBy: ["MCP302", "MCP305", "MCP606"]))
    }
    if let first = reversible.min() {
      exposures.append(
        Exposure(
          name: "writes",
          reason: Self.listed(reversible.count, "tool changes state", first), weight: 0.15,
          containedBy: ["MCP306", "MCP606"]))
    }
    if let sensitivity = highestSensitivity, sensitivity > .public {
      let weight: Double =
        switch sensitivity {
        case .restricted: 0.35
        case .confidential: 0.15
        default: 0.05
        }
      exposures.append(
        Exposure(
          name: "sensitive data", reason: "it handles \(sensitivity.rawValue) data",
          weight: weight, containedBy: ["MCP504", "MCP607"]))
    }
    if downstreamReach > 0 {
      exposures.append(
        Exposure(
          name: "downstream reach",
          reason:
            "\(downstreamReach) server\(downstreamReach == 1 ? "" : "s") or systems behind it",
          weight: downstreamReach > 2 ? 0.15 : 0.05, containedBy: ["MCP605"]))
    }
    return exposures
  }

  /// The names of the tools of `toolClass` that are not switched off.
  private func enabledTools(of toolClass: ToolClass) -> [String] {
    tools.map(\.subject)
      .filter { $0.tool.isEnabled.value != false && $0.effectiveClass == toolClass }
      .map(\.tool.name)
  }

  /// The highest sensitivity that the server or one of its tools declares.
  private var highestSensitivity: Sensitivity? {
    ([server.dataSensitivity.value] + tools.map(\.subject.tool.sensitivity.value))
      .compactMap { $0 }.max()
  }

  private static func listed(_ count: Int, _ what: String, _ first: String) -> String {
    count == 1 ? "1 \(what): \(first)" : "\(count) tools, the first of them \(first)"
  }
}
