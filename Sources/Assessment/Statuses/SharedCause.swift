import Estate
import SourceText

/// Findings about several servers that have one cause: a rule says the same of the same place about each,
/// misses the same document for each, lacks the same evidence about each, or names the same cause for each.
///
/// A drill that nobody held is one thing to do, however many servers it was for, and so are two tools of one
/// server that are described alike. Each server's control keeps its status; only the list of what is to be done
/// gets shorter.
struct SharedCause {
  /// How many servers a message names.
  private static let named = 5

  /// What the servers share.
  private enum Place: Hashable {
    /// Evidence that nobody gave.
    case missingEvidence
    /// A document that is not there or is empty, by its path or the name that they give it.
    case absentDocument(String)
    /// A place in a source.
    case span(SourceSpan)
    /// What the rule says that they share.
    case named(String)
  }

  private struct Key: Hashable {
    let rule: String
    let status: String
    let message: String
    let place: Place

    /// Whether a rule says what is shared, so that one server may have several parts in it.
    var isNamed: Bool { if case .named = place { true } else { false } }
  }

  /// The documents that are not there, by the places that refer to them.
  private let absentDocuments: [SourceSpan: String]

  /// What the servers of `fleet` may share.
  init(in fleet: Fleet) {
    self.init(absentDocuments: fleet.servers.flatMap(\.documents))
  }

  /// Knows which of `documents` are not there or are empty.
  init(absentDocuments documents: [Evidence<DocumentReference>] = []) {
    var absent: [SourceSpan: String] = [:]
    for reference in documents {
      switch reference.value.target {
      case .emptyFile(let path): absent[reference.span] = path
      case .missing: absent[reference.span] = reference.value.text
      case .file, .otherFile, .outside, .address, .unresolved: continue
      }
    }
    absentDocuments = absent
  }

  /// `findings` with one finding about the fleet in place of those that share their cause.
  func merging(_ findings: [Finding]) -> [Finding] {
    var groups: [Key: [Int]] = [:]
    for (index, finding) in findings.enumerated() {
      if let key = key(of: finding) { groups[key, default: []].append(index) }
    }
    var merged: [Int: Finding] = [:]
    var absorbed: Set<Int> = []
    for (key, indices) in groups where indices.count > 1 {
      let alike = indices.map { findings[$0] }
      let servers = Set(alike.map(\.subject.server))
      guard servers.count == alike.count || key.isNamed else { continue }
      merged[indices[0]] =
        servers.count == 1
        ? Self.together(alike, at: key.place)
        : Self.shared(alike, saying: key.message, at: key.place)
      absorbed.formUnion(indices.dropFirst())
    }
    guard !merged.isEmpty else { return findings }
    return findings.indices.compactMap { index in
      absorbed.contains(index) ? nil : merged[index] ?? findings[index]
    }
  }

  /// What `finding` has in common with those of one cause; `nil` where it stands for itself.
  private func key(of finding: Finding) -> Key? {
    // One that somebody accepted for its server stays with it.
    guard finding.suppression == nil else { return nil }
    if let cause = finding.cause {
      return Key(
        rule: finding.rule, status: finding.status.name, message: cause, place: .named(cause))
    }
    guard [.server, .agent, .route].contains(finding.subject.kind) else { return nil }
    var message = finding.message
    let place: Place
    if case .unproven = finding.status {
      place = .missingEvidence
    } else if let span = finding.span {
      place = absentDocuments[span].map(Place.absentDocument) ?? .span(span)
      // What differs is whose route it is, or whose server.
      if case .span = place {
        message = Self.withoutNames(message, of: finding.subject.server)
      }
    } else {
      return nil
    }
    return Key(rule: finding.rule, status: finding.status.name, message: message, place: place)
  }

  /// `message` without what it quotes of its server alone: the server's identity, and the paths of routes.
  ///
  /// Tools and files stay: what is said of one server's is not said of another's.
  static func withoutNames(_ message: String, of server: String?) -> String {
    var kept: [UInt8] = []
    var quoted: [UInt8] = []
    kept.reserveCapacity(message.utf8.count)
    var isQuoted = false
    var last = UInt8(ascii: " ")
    for byte in message.utf8 {
      // An apostrophe follows a letter: "the server's".
      let isQuote = byte == UInt8(ascii: "'") && (isQuoted || !isPartOfWord(last))
      if isQuote {
        isQuoted.toggle()
        let isOwn =
          quoted.first == UInt8(ascii: "/") || server.map { quoted.elementsEqual($0.utf8) } ?? false
        if !isQuoted, !isOwn { kept += quoted }
        quoted.removeAll(keepingCapacity: true)
      } else if isQuoted {
        quoted.append(byte)
      } else {
        kept.append(byte)
      }
      last = byte
    }
    return String(decoding: kept + quoted, as: UTF8.self)
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }

  /// The other places of all `findings`, each once, of no more of them than a message names: with them those
  /// that refer to an absent document.
  private static func related(to findings: [Finding], at place: Place) -> [Finding.Related] {
    var seen: Set<Finding.Related> = []
    var related = findings.prefix(named).flatMap(\.related)
    switch place {
    case .absentDocument, .named:
      related += findings.prefix(named).dropFirst().compactMap { finding in
        finding.span.map { Finding.Related(span: $0, message: "also named here") }
      }
    case .missingEvidence, .span: break
    }
    return related.filter { seen.insert($0).inserted }
  }

  /// The first of `findings`, which are about parts of one server, with the places of the others.
  private static func together(_ findings: [Finding], at place: Place) -> Finding {
    findings[0].replacing(related: related(to: findings, at: place), suppression: nil)
  }

  private static func shared(
    _ findings: [Finding], saying words: String, at place: Place
  ) -> Finding {
    let first = findings[0]
    let servers = Set(findings.compactMap(\.subject.server)).sorted()
    // A message that names its own server or route holds for the others alike.
    var isGeneral = findings.allSatisfy { $0.message == first.message }
    if case .named = place { isGeneral = true }
    let rest = isGeneral ? servers : servers.filter { $0 != first.subject.server }
    let more = rest.count > named ? " and \(rest.count - named) more" : ""
    let list = rest.prefix(named).joined(separator: ", ") + more
    let noun = rest.count == 1 ? "server" : "servers"
    let lead = isGeneral ? "This concerns \(rest.count)" : "The same holds for \(rest.count) more"
    let identity = [first.rule, "fleet", words].joined(separator: "\n")
    let merged = first.replacing(
      severity: findings.map(\.severity).max(),
      subject: Finding.Subject(server: nil, kind: .fleet, concerned: servers),
      message: "\(first.message) \(lead) \(noun): \(list).",
      related: related(to: findings, at: place),
      fingerprint: SHA256.hexDigest(of: Array(identity.utf8), digits: 32), evidence: [],
      suppression: nil)
    // What nobody gave would be in no file of the first server.
    if case .unproven(.undecided) = first.status { return merged.withoutPlace() }
    return merged
  }
}
