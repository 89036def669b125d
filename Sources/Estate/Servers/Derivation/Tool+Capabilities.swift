import SourceText

extension Tool {
  /// What the tool can be part of as a tool of `server`: at most one label of each kind, with its reason.
  ///
  /// Declarations and annotations come first, then the input schema, then the name. The MCP default of
  /// `openWorldHint`, true, makes no label by itself: it only lets the name speak, and a stated
  /// `openWorldHint: false` silences it. What may only connect to listed destinations neither brings in
  /// what strangers write nor carries anything to them by address.
  public func capabilities(on server: Server) -> [Capability] {
    capabilities(on: server, as: effectiveClass)
  }

  /// The same, where `toolClass` is known to be the tool's effective class.
  public func capabilities(on server: Server, as toolClass: ToolClass?) -> [Capability] {
    let reading = CapabilityReading(self, on: server, as: toolClass)
    return [reading.untrustedSource, reading.privateData, reading.externalSink].compactMap(\.self)
  }

  /// Whether one of the capabilities is that it can carry data or money out.
  public func canCarryOut(on server: Server, as toolClass: ToolClass?) -> Bool {
    CapabilityReading(self, on: server, as: toolClass).externalSink != nil
  }
}

/// Labels one tool.
private struct CapabilityReading {
  private let tool: Tool
  /// Whether the server may only connect to destinations that are listed.
  private let isConfined: Bool
  /// The sensitivity that the tool or else its server declares.
  private let sensitivity: Evidence<Sensitivity>?
  private let toolClass: ToolClass?
  private let entry: SourceSpan?

  init(_ tool: borrowing Tool, on server: borrowing Server, as toolClass: ToolClass?) {
    self.tool = copy tool
    isConfined =
      server.egress.defaultDecision.value == .deny
      && !server.egress.allowed.contains { OpenDestination.matches($0.value) }
    sensitivity = tool.sensitivity.evidence ?? server.dataSensitivity.evidence
    self.toolClass = toolClass
    entry = tool.catalogEntry ?? tool.manifestEntry
  }

  /// The words of the name, which few labels need.
  private var words: [String] { NameTokens.split(tool.name) }

  private var object: String { ToolObject(words).word }

  private var verb: String? { ToolNameReading(words)?.verb }

  /// Whether results come back that are worth reading.
  private var reads: Bool { toolClass.map { !$0.changesState } ?? true }

  private var writes: Bool { toolClass?.changesState == true }

  /// What the tool says about the world that it works in.
  private var openWorld: Evidence<Bool>? { tool.annotations.openWorld.evidence }

  var untrustedSource: Capability? {
    guard reads else { return nil }
    if let hint = openWorld, hint.value {
      return label(.untrustedSource, "is annotated `openWorldHint: true`", hint.span)
    }
    if let address, !isConfined {
      return label(
        .untrustedSource, "reads whatever `\(address.name.value)` leads to", address.name.span)
    }
    guard openWorld?.value != false else { return nil }
    let object = object
    guard CapabilityLexicon.strangersWrite.contains(object) else { return nil }
    return label(
      .untrustedSource, "reads what strangers can write (`\(object)` in its name)", entry)
  }

  var privateData: Capability? {
    if let program {
      return label(
        .privateData, "runs any `\(program.name.value)`, which reads what the server can read",
        program.name.span)
    }
    guard reads else { return nil }
    if let declared = sensitivity {
      return declared.value >= .confidential
        ? label(.privateData, "reads data declared \(declared.value.rawValue)", declared.span)
        : nil
    }
    if let query = parameter(.query) {
      return label(
        .privateData, "reads whatever `\(query.name.value)` asks for", query.name.span)
    }
    let object = object
    if let path = parameter(.path), CapabilityLexicon.files.contains(object) {
      return label(.privateData, "reads any `\(path.name.value)`", path.name.span)
    }
    guard CapabilityLexicon.peopleKeepToThemselves.contains(object) else { return nil }
    return label(.privateData, "reads private data (`\(object)` in its name)", entry)
  }

  var externalSink: Capability? {
    if isConfined { return namedSink }
    if let program {
      return label(
        .externalSink, "runs any `\(program.name.value)`, which can open connections",
        program.name.span)
    }
    if let address {
      return label(
        .externalSink, "calls whatever `\(address.name.value)` says, with what stands in it",
        address.name.span)
    }
    if writes, carriesText, let hint = openWorld, hint.value {
      return label(.externalSink, "writes, and is annotated `openWorldHint: true`", hint.span)
    }
    return namedSink
  }

  /// A sink by the verb of its name and what it is done to.
  private var namedSink: Capability? {
    guard writes, let verb else { return nil }
    if CapabilityLexicon.sends.contains(verb), openWorld?.value != false || verb == "send" {
      return label(.externalSink, "sends to others (`\(verb)` in its name)", entry)
    }
    if CapabilityLexicon.puts.contains(verb), CapabilityLexicon.othersRead.contains(object),
      openWorld?.value != false
    {
      return label(
        .externalSink, "writes what outsiders can read (`\(object)` in its name)", entry)
    }
    return payment
  }

  /// The sink of a tool that pays, orders or refunds: to whom its caller says, or to whom it is meant for.
  private var payment: Capability? {
    guard let impact = tool.highImpact(as: toolClass), impact.action == .payment else { return nil }
    let recipient = tool.input?.parameters.first {
      CapabilityLexicon.recipients.contains($0.name.value.lowercased())
    }
    if let recipient {
      return label(
        .externalSink, "moves money to whatever `\(recipient.name.value)` says",
        recipient.name.span)
    }
    return Capability(
      .externalSink, because: "moves money (`\(impact.reason)` in its name)", at: entry,
      movesMoneyOnly: true)
  }

  /// The parameter that takes a program, of a tool that is not known to only look at it.
  private var program: Parameter? { writes ? parameter(.program) : nil }

  /// The parameter that says where the tool connects to, rather than what address is noted down.
  private var address: Parameter? {
    let connects = reads || words.contains(where: CapabilityLexicon.connects.contains)
    return tool.input?.parameters.first { parameter in
      guard parameter.freeForm == .address else { return false }
      let name = NameTokens.split(parameter.name.value).joined(separator: "_")
      return CapabilityLexicon.calledBack.contains(name)
        || (connects && CapabilityLexicon.addresses.contains(name))
    }
  }

  /// Whether a caller can put words into a call, as far as the input schema is known.
  private var carriesText: Bool {
    guard let input = tool.input else { return true }
    return input.parameters.contains { parameter in
      parameter.types.contains("string") && !parameter.isPatterned
        && NameTokens.split(parameter.name.value).contains(where: CapabilityLexicon.prose.contains)
    }
  }

  private func parameter(_ form: FreeForm) -> Parameter? {
    tool.input?.parameters.first { $0.freeForm == form }
  }

  private func label(_ kind: Capability.Kind, _ reason: String, _ span: SourceSpan?) -> Capability {
    Capability(kind, because: reason, at: span ?? entry)
  }
}
