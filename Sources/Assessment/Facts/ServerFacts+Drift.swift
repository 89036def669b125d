import CEL
import Estate
import SourceText

extension Facts {
  /// What the lock file keeps of the server, and what has become of it.
  static let serverDrift: [Fact<ServerSubject>] = [
    Fact("isLocked", .bool, "Whether a lock file keeps what the server is.") { subject in
      if let locked = subject.server.locked { return .flag(true, at: locked.id.span) }
      guard subject.context.fleet.givenSources.contains(.lock) else {
        return .absent(Silence(.lock))
      }
      return .flag(false, at: subject.registration)
    },
    Fact(
      "drift", .list(.object("change")), "How the server differs from what the lock file keeps."
    ) { subject in
      guard let locked = subject.server.locked, let changes = subject.shownDrift else {
        return .absent(subject.silence(of: .lock))
      }
      if changes.isEmpty, let silence = subject.silenceOfRest { return .absent(silence) }
      let knowsDefinitions = locked.tools.contains { $0.definition != nil }
      if changes.isEmpty, knowsDefinitions, subject.server.mention(in: .catalog) == nil {
        return .absent(subject.silence(of: .catalog))
      }
      return .known(
        .parts(changes, as: change, in: .catalog) { $0.new ?? $0.old },
        at: DriftSummary.place(of: changes) ?? subject.registration)
    },
    Fact("driftSummary", .string, "The same in words; empty where nothing differs.") { subject in
      guard let changes = subject.shownDrift else {
        return .absent(subject.silence(of: .lock))
      }
      return .text(DriftSummary(changes).text, at: changes.first?.new)
    },
  ]

  /// One difference between a server and what the lock file keeps of it.
  static let change = FactType<PartSubject<ContractChange>>(
    "change",
    [
      Fact("kind", .vocabulary(ContractChange.Kind.self), "What differs.") {
        .text($0.part.kind.rawValue, at: $0.span)
      },
      Fact("tool", .string, "The tool; empty for the server as a whole.") {
        .text($0.part.tool ?? "", at: $0.span)
      },
      Fact("effect", .vocabulary(ContractChange.Effect.self), "What it means for callers.") {
        .text($0.part.effect.rawValue, at: $0.span)
      },
      Fact("text", .string, "The difference in words.") {
        .text($0.part.details.map(\.text).joined(separator: ", "), at: $0.span)
      },
    ])
}

extension ServerSubject {
  /// How the server differs from what the lock file keeps, as far as its sources show: a tool that is not on one
  /// page of several may be on another, and a version that cannot be read may be the same.
  fileprivate var shownDrift: [ContractChange]? {
    guard silenceOfRest != nil else { return server.drift }
    let isPage = server.catalogBreak != nil
    return server.drift?.filter { change in
      switch change.kind {
      case .toolRemoved: !isPage
      case .version: unreadVersion == nil
      default: true
      }
    }
  }

  /// Why something about the server is not known that the lock file keeps.
  fileprivate var silenceOfRest: Silence? {
    if let place = server.catalogBreak { return Silence(catalogBreak: place) }
    return unreadVersion.map { Silence(unread: $0) }
  }

  private var unreadVersion: Evidence<String>? {
    server.unreadValues.first { $0.value == "version" }
  }
}

/// Differences as the end of a sentence: a few in words, and the number of the rest.
struct DriftSummary {
  let text: String

  /// How many differences, and how many parts of each, a sentence bears.
  private static let shownChanges = 8
  private static let shownDetails = 3

  init(_ changes: [ContractChange]) {
    let clauses = changes.prefix(Self.shownChanges).map(Self.clause)
    let rest = changes.count - clauses.count
    text = clauses.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }

  /// The first tool that changed, or else what changed of the server.
  static func place(of changes: [ContractChange]) -> SourceSpan? {
    let places = changes.map { (isOfTool: $0.tool != nil, place: $0.new ?? $0.old) }
    return (places.first(where: \.isOfTool) ?? places.first)?.place
  }

  private static func clause(_ change: ContractChange) -> String {
    let details = change.details.prefix(shownDetails).map(\.text).joined(separator: ", ")
    let rest = change.details.count - shownDetails
    let words = rest > 0 ? "\(details) and \(rest) more" : details
    switch change.kind {
    case .toolAdded: return "'\(change.tool ?? "")' came in"
    case .toolRemoved: return "'\(change.tool ?? "")' is gone"
    case .toolRenamed: return "'\(change.tool ?? "")': \(words)"
    default: break
    }
    let effect = change.effect == .compatible ? "" : ", \(change.effect.rawValue)"
    let subject = change.tool.map { "'\($0)', " } ?? ""
    return "\(subject)\(change.kind.rawValue)\(effect): \(words)"
  }
}
