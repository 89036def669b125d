import CEL
import Estate
import SourceText

extension Facts {
  /// A passage of a text that tries to steer its reader.
  static let passage = FactType<PartSubject<SuspectPassage>>(
    "passage",
    [
      Fact(
        "strength", .vocabulary(SuspectPassage.Strength.self), "What its signals amount to."
      ) { .text($0.part.strength.rawValue, at: $0.span) },
      Fact("signals", .string, "What it does, in words, with a comma between.") {
        .text($0.part.signals.map(\.name).joined(separator: ", "), at: $0.span)
      },
      Fact("member", .string, "The member that holds it.") {
        .text($0.part.member, at: $0.span)
      },
      Fact("quote", .string, "Its words, decoded where they were encoded.") {
        .text($0.part.quote, at: $0.span)
      },
      Fact("encoding", .string, "How it was encoded, or nothing.") {
        .text($0.part.encoding ?? "", at: $0.span)
      },
      Fact("names", .list(.string), "Names of programs' parts that it mentions.") {
        .known(.list($0.part.names.map(Value.string)), at: $0.span)
      },
    ])

  /// What is asked about the texts of a tool.
  static let toolTexts: [Fact<ToolSubject>] = [
    Fact("passages", .list(.object("passage")), "Passages that try to steer their reader.") {
      subject in
      guard let entry = subject.tool.catalogEntry else {
        return .absent(subject.silence(of: .catalog))
      }
      return .known(
        .parts(subject.tool.passages, as: passage, in: .catalog) { $0.span }, at: entry)
    },
    Fact(
      "shadowing", .list(.object("passage")), "Passages that speak about another server's tools."
    ) { subject in
      guard let entry = subject.tool.catalogEntry else {
        return .absent(subject.silence(of: .catalog))
      }
      let names = subject.context.toolNames
      let shadowing = subject.tool.passages.filter { passage in
        passage.names.contains { names.belongsElsewhere($0, than: subject.server.id) }
      }
      return .known(.parts(shadowing, as: passage, in: .catalog) { $0.span }, at: entry)
    },
    Fact("plainName", .string, "Its name at a glance: without case, separators and version.") {
      .text(ToolWording.plainName($0.tool.name), at: $0.place)
    },
    Fact(
      "namesakes", .list(.object("namesake")),
      "Tools of other servers that one agent cannot tell from it by name."
    ) { subject in
      namesakes(of: subject) { $0.namesakes(of: subject.tool.name, on: subject.server.id) }
    },
    Fact(
      "lookalikes", .list(.object("namesake")),
      "Tools that an agent cannot tell from it by description, on other servers or its own."
    ) { subject in
      let twins = subject.context.toolNames.twins(of: subject.tool.name, on: subject.server.id)
      if let entry = subject.tool.catalogEntry, !twins.isEmpty {
        return .known(.parts(twins, as: namesake, in: .catalog) { _ in entry }, at: entry)
      }
      return namesakes(of: subject) { $0.lookalikes(of: subject.tool.name, on: subject.server.id) }
    },
    Fact("descriptionIsSpecific", .bool, "Whether the description says more than the name.") {
      subject in
      guard let entry = subject.tool.catalogEntry else {
        return .absent(subject.silence(of: .catalog))
      }
      return .flag(
        subject.context.toolNames.isSpecific(subject.tool.name, on: subject.server.id),
        at: subject.tool.description.span ?? entry)
    },
    Fact("hasDescription", .bool, "Whether the catalog describes it.") { subject in
      guard let entry = subject.tool.catalogEntry else {
        return .absent(subject.silence(of: .catalog))
      }
      return .flag(
        subject.context.toolNames.isDescribed(subject.tool.name, on: subject.server.id),
        at: subject.tool.description.span ?? entry)
    },
  ]

  /// What is asked about the texts of a server beside those of its tools.
  static let serverTexts: [Fact<ServerSubject>] = [
    Fact("passages", .list(.object("passage")), "Passages that try to steer their reader.") {
      subject in
      let server = subject.server
      let texts = server.sources.filter { Self.textSources.contains($0.kind) }
      let all =
        server.passages + server.clientEntries.flatMap(\.passages)
        + server.responseSamples.flatMap(\.passages)
      guard let first = texts.map(\.span).min() ?? all.first?.span else {
        return .absent(subject.silence(of: .catalog))
      }
      return .known(.parts(all, as: passage, in: .catalog) { $0.span }, at: first)
    }
  ]

  /// The sources that hold texts about a server.
  private static let textSources: Set<SourceKind> = [.manifest, .catalog, .client]

  /// Another server's tool.
  static let namesake = FactType<PartSubject<ToolNameIndex.Entry>>(
    "namesake",
    [
      Fact("tool", .string, "Its name.") { .text($0.part.tool, at: $0.span) },
      Fact("server", .string, "Its server.") { .text($0.part.server, at: $0.span) },
      Fact("agent", .string, "An agent that sees both.") {
        .text($0.part.agent, at: $0.span)
      },
    ])

  private static func namesakes(
    of subject: ToolSubject, _ entries: (ToolNameIndex) -> [ToolNameIndex.Entry]
  ) -> Reading {
    guard let entry = subject.tool.catalogEntry ?? subject.tool.manifestEntry else {
      return .absent(subject.silence(of: .catalog))
    }
    guard subject.context.seenServers.contains(subject.server.id) else {
      return .absent(
        Silence(.client, note: "no client configuration, access policy or log shows who sees it"))
    }
    return .known(
      .parts(entries(subject.context.toolNames), as: namesake, in: .catalog) { _ in entry },
      at: entry)
  }
}
