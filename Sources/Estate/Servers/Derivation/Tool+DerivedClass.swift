public import SourceText

/// What a tool does by the facts about it, whatever its manifest declares.
public struct DerivedClass: Hashable, Sendable {
  /// What decides.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// An annotation of the catalog, or the specification's default for one that is absent.
    case annotation
    /// A verb of the tool's name.
    case name
    /// A parameter of the input schema.
    case schema
    /// The first verb of the description, which is the weakest of the catalog's words.
    case description
    /// Approvals in the log, which nobody gives for calls that only read.
    case log
  }

  /// What the tool does.
  public let value: ToolClass
  /// What decides.
  public let basis: Basis
  /// Whether the basis is explicit enough to stand against a declaration that says otherwise: an
  /// annotation that is stated, an unambiguous verb, or a parameter that takes a program.
  public let isConclusive: Bool
  /// Why, as a clause that follows the tool's name: "has a name that says `delete`".
  public let reason: String
  /// The annotation or parameter that decides, otherwise the entry that names the tool.
  public let span: SourceSpan?
}

extension Tool {
  /// What the tool does by its annotations, its name and its input schema; `nil` where they say nothing.
  ///
  /// Annotations come first, because somebody wrote them for this purpose, with one exception: no hint
  /// makes a tool named `delete_…`, `send_…` or `cancel_order` read-only. The specification's own defaults (not
  /// read-only, destructive) hold only for tools that a catalog shows and of which nothing else tells.
  public var derivedClass: DerivedClass? {
    let name = ToolNameReading(NameTokens.split(self.name))
    // In three steps: one chain of ten takes seconds to compile.
    if let stated = classByAnnotations(name) ?? classByProgramParameter(name) ?? classOfArithmetic()
    {
      return stated
    }
    if let told = classByOutputPath(name) ?? classByFirmName(name) ?? classByTellingParameter()
      ?? classByDescription()
    {
      return told
    }
    return classByLooseName(name) ?? classByContentParameter() ?? classByTraffic()
      ?? classByDefault()
  }

  /// The class to guard the tool by: the derived one where it is conclusive or nothing is declared, and
  /// never one that is less dangerous than the declared one.
  public var effectiveClass: ToolClass? { effectiveClass(derived: derivedClass) }

  /// The class to guard the tool by, where `derived` is known to be its derived one.
  public func effectiveClass(derived: DerivedClass?) -> ToolClass? {
    guard let derived else { return declaredClass.value }
    guard let declared = declaredClass.value else { return derived.value }
    return derived.isConclusive ? max(declared, derived.value) : declared
  }

  private var entry: SourceSpan? {
    catalogEntry ?? manifestEntry ?? traffic?.sample
  }

  private func classByAnnotations(_ name: ToolNameReading?) -> DerivedClass? {
    if let readOnly = annotations.readOnly.evidence {
      return readOnly.value ? classOfReadOnly(readOnly, name) : classOfWriting(readOnly, name)
    }
    guard let destructive = annotations.destructive.evidence else { return nil }
    if destructive.value { return byAnnotation(.irreversibleWrite, "destructiveHint", destructive) }
    if let name, name.strength > .loose { return byName(name) }
    return byAnnotation(.reversibleWrite, "destructiveHint", destructive)
  }

  private func classOfReadOnly(
    _ hint: Evidence<Bool>, _ name: ToolNameReading?
  ) -> DerivedClass {
    if let name, name.toolClass.changesState, name.strength == .certain || name.isDeed {
      return byName(name, despite: "`readOnlyHint: true`")
    }
    return byAnnotation(.readOnly, "readOnlyHint", hint)
  }

  /// The class of a tool that says it is not read-only.
  private func classOfWriting(_ hint: Evidence<Bool>, _ name: ToolNameReading?) -> DerivedClass {
    let firm = name.flatMap { $0.strength > .loose && $0.toolClass.changesState ? $0 : nil }
    switch annotations.destructive.evidence {
    case let destructive?:
      // What is sent or paid is gone, though it destroys nothing.
      if !destructive.value, let firm, firm.toolClass == .irreversibleWrite,
        firm.strength == .certain
      {
        return byName(firm, despite: "`destructiveHint: false`")
      }
      return DerivedClass(
        value: destructive.value ? .irreversibleWrite : .reversibleWrite, basis: .annotation,
        isConclusive: true,
        reason: "is annotated `readOnlyHint: false`, with `destructiveHint: \(destructive.value)`",
        span: hint.span)
    case nil:
      if let firm { return byName(firm) }
      return DerivedClass(
        value: .irreversibleWrite, basis: .annotation, isConclusive: true,
        reason:
          "is annotated `readOnlyHint: false` without `destructiveHint`, which is then true",
        span: hint.span)
    }
  }

  /// The class of a tool that is named for reading and says where its results are written to.
  private func classByOutputPath(_ name: ToolNameReading?) -> DerivedClass? {
    guard name?.toolClass.changesState != true,
      let path = input?.parameters.first(where: { parameter in
        let words = NameTokens.split(parameter.name.value)
        return words.count == 2 && Self.outputWords.contains(words[0])
          && Self.pathWords.contains(words[1])
      })
    else { return nil }
    return DerivedClass(
      value: .reversibleWrite, basis: .schema, isConclusive: false,
      reason: "takes `\(path.name.value)`, to which it writes", span: path.name.span)
  }

  private static let outputWords: Set<String> = ["output", "save", "destination", "dest"]
  private static let pathWords: Set<String> = ["path", "file", "filename", "dir", "directory"]

  private func classByFirmName(_ name: ToolNameReading?) -> DerivedClass? {
    name.flatMap { $0.strength > .loose ? byName($0) : nil }
  }

  private func classByLooseName(_ name: ToolNameReading?) -> DerivedClass? {
    name.map { byName($0) }
  }

  /// The class by the description's first verb among its first words ("This tool deletes …").
  private func classByDescription() -> DerivedClass? {
    guard let description = description.evidence else { return nil }
    let words = NameTokens.split(String(description.value.prefix(100))).prefix(8)
    for word in words {
      guard let verb = VerbLexicon.meaning(ofInflected: word) else { continue }
      return DerivedClass(
        value: verb.toolClass, basis: .description, isConclusive: false,
        reason: "has a description that says `\(word)`", span: description.span)
    }
    return nil
  }

  /// The class of a tool of which nothing tells but that its calls were approved.
  private func classByTraffic() -> DerivedClass? {
    guard let traffic, traffic.withoutApproval.matching < traffic.withoutApproval.total else {
      return nil
    }
    return DerivedClass(
      value: .reversibleWrite, basis: .log, isConclusive: false,
      reason: "has calls in the log that were approved", span: traffic.sample)
  }

  private func classByDefault() -> DerivedClass? {
    guard let catalogEntry else { return nil }
    return DerivedClass(
      value: .irreversibleWrite, basis: .annotation, isConclusive: false,
      reason: "has no annotations, and the specification takes such a tool for destructive",
      span: catalogEntry)
  }

  private func byAnnotation(
    _ value: ToolClass, _ hint: String, _ evidence: Evidence<Bool>
  ) -> DerivedClass {
    DerivedClass(
      value: value, basis: .annotation, isConclusive: true,
      reason: "is annotated `\(hint): \(evidence.value)`", span: evidence.span)
  }

  private func byName(_ name: ToolNameReading, despite hint: String? = nil) -> DerivedClass {
    DerivedClass(
      value: name.toolClass, basis: .name, isConclusive: name.strength > .loose,
      reason: "has a name that says `\(name.verb)`" + (hint.map { ", despite \($0)" } ?? ""),
      span: entry)
  }
}
