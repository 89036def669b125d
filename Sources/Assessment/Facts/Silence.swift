import Estate
import SourceText

/// Why a fact has no value: the source was not given, or it was and does not say.
struct Silence: Hashable, Sendable {
  /// The kind of source that could have said it.
  let kind: SourceKind
  /// Where a source of that kind speaks about the subject; `nil` where none was given.
  let mention: SourceSpan?
  /// Why there is no value, when it is neither of the two usual reasons.
  var note: String?
  /// Where to look, though no source was given that could have said it.
  let hint: SourceSpan?
  /// What part of the source could have said it, such as "its entry in the server manifest"; `nil` for all.
  let part: String?
  /// What the fact is, in the words of its documentation; filled in by whoever asked for it.
  var fact: String?
  /// The manifest's keys that would say it and are not there, in the order in which they were asked for.
  var missingKeys: [String] = []
  /// Values of the source that could not be read, by the key that holds them, as those are called from `mention`.
  var unread: [Evidence<String>] = []
  /// What has to be done before the source can say it, as a sentence; `nil` where the rule's remedy is enough.
  var remedy: String?
  /// Whether it is a condition that has no answer, and not what is demanded.
  var isOfCondition = false

  /// The silence of a source of `kind`.
  init(
    _ kind: SourceKind, mention: SourceSpan? = nil, note: String? = nil, hint: SourceSpan? = nil,
    part: String? = nil
  ) {
    self.kind = kind
    self.mention = mention
    self.note = note
    self.hint = hint
    self.part = part
  }

  /// The reason with the fact that is missing, such as "the server manifest has no `on_call`: who is called
  /// at night" or "the client configuration does not say whether it asks".
  var detail: String {
    guard let fact = fact?.continued, note == nil, mention != nil else { return reason }
    guard namesKeys else {
      return "\(source) \(fact.isQuestion ? "does not say" : "does not state") \(fact)"
    }
    return missingKeys.count == 1 ? "\(reason): \(fact)" : reason
  }

  /// The reason in words, such as "no gateway configuration was given".
  var reason: String {
    if let note { return note }
    guard mention != nil else { return "no \(kind.noun) about it was given" }
    guard namesKeys else { return "\(source) does not say" }
    let keys = missingKeys.map { "`\($0)`" }
    guard keys.count > 2, let last = keys.last else {
      return "\(source) has no \(keys.joined(separator: " and no "))"
    }
    return "\(source) has none of \(keys.dropLast().joined(separator: ", ")) and \(last)"
  }

  private var source: String { part ?? "the \(kind.noun)" }

  /// Whether it is known which keys of a manifest that was read are missing; other kinds of source come in
  /// several formats, each with keys of its own.
  private var namesKeys: Bool {
    kind == .manifest && note == nil && mention != nil && !missingKeys.isEmpty
  }

  /// This silence with the keys of an earlier one, where both are of the same place.
  func joined(with earlier: Silence) -> Silence {
    guard namesKeys, earlier.namesKeys, kind == earlier.kind, mention == earlier.mention else {
      return self
    }
    var joined = self
    joined.missingKeys = earlier.missingKeys.filter { !missingKeys.contains($0) } + missingKeys
    return joined
  }
}

extension Silence {
  /// What is to be said instead where `key` is there, and its value could not be read: nothing is known then.
  func unreadValue(of key: String) -> Silence? {
    guard let value = unread.first(where: { ManifestKey($0.value) == ManifestKey(key) }) else {
      return nil
    }
    return Silence(unread: value)
  }

  /// The silence of a manifest's key whose value could not be read.
  init(unread value: Evidence<String>) {
    self.init(
      .manifest, note: "the value of `\(value.value)` could not be read", hint: value.span)
  }

  /// This silence with the keys that `others` miss in the same place, behind its own.
  ///
  /// What only a condition asked about is not demanded, and no key to add.
  func adding(keysOf others: [Silence]) -> Silence {
    guard namesKeys, !isOfCondition else { return self }
    var sum = self
    for other in others where other.namesKeys && !other.isOfCondition && other.mention == mention {
      sum.missingKeys += other.missingKeys.filter { !sum.missingKeys.contains($0) }
    }
    return sum
  }
}

extension String {
  /// Whether the text, the rest of a sentence, begins like an indirect question.
  fileprivate var isQuestion: Bool {
    ["whether", "where", "who", "how", "what", "when", "which"].contains {
      self.prefix { $0.isLetter } == $0
    }
  }

  /// A sentence as the continuation of another one: without its period, and in lower case unless it begins
  /// with an acronym.
  var continued: String {
    let body = hasSuffix(".") ? String(dropLast()) : self
    guard let first = body.first, body.dropFirst().first?.isLowercase ?? false else { return body }
    return first.lowercased() + body.dropFirst()
  }
}

extension SourceKind {
  /// What a reader calls a source of this kind.
  var noun: String {
    switch self {
    case .manifest: "server manifest"
    case .catalog: "tool catalog"
    case .gateway: "gateway configuration"
    case .client: "client configuration"
    case .accessPolicy: "access policy"
    case .log: "audit log"
    case .record: "process record"
    case .token: "token sample"
    case .lock: "lock file"
    }
  }
}
