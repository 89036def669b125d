import CEL
import Estate

extension Facts {
  /// What the tool can be part of when an agent is led to leak data.
  static let toolCapabilities: [Fact<ToolSubject>] = [
    Fact(
      "capabilities", .list(.object("capability")),
      "What it can be part of when an agent is led to leak data, with the reasons."
    ) { subject in
      let labels = subject.tool.capabilities(on: subject.server, as: subject.effectiveClass)
      return .known(
        .parts(labels, as: capability, in: .catalog) { $0.span },
        at: labels.first?.span ?? subject.place)
    }
  ]

  /// One thing that a tool can be part of.
  static let capability = FactType<PartSubject<Capability>>(
    "capability",
    [
      Fact("kind", .vocabulary(Capability.Kind.self), "What it is.") {
        .text($0.part.kind.rawValue, at: $0.span)
      },
      Fact("reason", .string, "Why, as a clause that follows the tool's name.") {
        .text($0.part.reason, at: $0.span)
      },
    ])
}
