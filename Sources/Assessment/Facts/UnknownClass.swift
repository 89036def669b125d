import Estate
import SourceText

extension Silence {
  /// That the manifest of its server does not list a tool, which is known from `place`.
  static func unlistedTool(at place: SourceSpan?) -> Silence {
    var silence = Silence(
      .manifest, mention: place, note: "the server manifest does not list the tool")
    silence.remedy =
      "List the tool under `tools` of the server manifest; keys of the tool go there."
    return silence
  }

  /// Why nobody knows whether calls of `tool` change state: no class is declared, and neither a catalog nor
  /// the name tells.
  ///
  /// It is no source's silence: the specification's default for a tool without annotations is that it
  /// destroys, so that such a tool is undecided and not one that only reads.
  static func unknownClass(of tool: Tool) -> Silence {
    let why =
      tool.manifestEntry != nil
      ? "its entry in the server manifest has no `class`, and no tool catalog shows it"
      : "neither the server manifest nor a tool catalog lists it"
    return Silence(
      .manifest, note: "nothing says whether '\(tool.name)' changes state: \(why)",
      hint: tool.manifestEntry ?? tool.traffic?.sample)
  }
}

extension ServerSubject {
  /// The first enabled tool of which nobody knows whether it changes state.
  var unclassedTool: ToolSubject? { Self.unclassed(among: tools) }

  /// The first of `tools` that is enabled and of which nobody knows whether it changes state.
  static func unclassed(among tools: [FactObject<ToolSubject>]) -> ToolSubject? {
    tools.lazy.map(\.subject).first { $0.tool.isEnabled.value != false && $0.effectiveClass == nil }
  }
}
