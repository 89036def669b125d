import Estate
import SourceText

/// One entry of a descriptor, as a gateway sends it to the rate-limit service.
struct DescriptorEntry {
  let key: Evidence<String>
  /// The fixed value; `nil` where it is taken from the request.
  let value: Evidence<String>?
  /// Whether the value tells agents or users apart.
  let isCaller: Bool
  /// Whether the value is the name of the tool that is called.
  let isTool: Bool
}

/// The rate-limit service's walk down one domain with the entries of one descriptor.
struct RateLimitWalk {
  let domain: RateLimitDomain

  /// The limit that calls meet, and whom and what it leaves out.
  struct Limit {
    /// Calls a minute for callers and tools that no descriptor names, else for the first that one does.
    var callsPerMinute: Evidence<Int>?
    /// The only callers that it holds for; empty where it holds for all.
    var namedCallers: [Evidence<String>] = []
    /// The tools that it holds for; `nil` where no entry is the tool's name.
    var tools: ToolCoverage?
    /// The callers that descriptors of their own leave without a limit though it holds for others.
    var exemptCallers: [Evidence<String>] = []
  }

  /// Why a walk ends without a limit, and the place in the service's configuration where it does.
  struct Mismatch: Error {
    let reach: Evidence<RateLimit.Reach>

    init(_ reason: String, at span: SourceSpan) {
      reach = Evidence(.neverMatches(because: reason), at: span, grade: .configured)
    }
  }

  private typealias Outcome = Result<Limit, Mismatch>

  /// The limit that some request with `entries` can meet.
  func result(of entries: [DescriptorEntry]) -> Result<Limit, Mismatch> {
    walk(entries[...], through: domain.descriptors)
  }

  private func walk(
    _ entries: ArraySlice<DescriptorEntry>, through level: [RateLimitDomain.Descriptor]
  ) -> Outcome {
    guard let entry = entries.first else {
      return .failure(
        Mismatch("the descriptor ends where the service has no limit", at: domain.span))
    }
    let sameKey = level.filter { $0.key.value == entry.key.value }
    guard let first = sameKey.first else {
      let reason =
        "the gateway sends " + strayKeys(of: entries, below: level).joined(separator: ", and ")
      return .failure(Mismatch(reason, at: level.first?.key.span ?? domain.span))
    }
    let rest = entries.dropFirst()
    guard let sent = entry.value?.value else { return branch(rest, from: entry, into: sameKey) }
    guard let descriptor = Self.descriptor(for: sent, among: sameKey) else {
      let expected = Self.list(sameKey.compactMap(\.value?.value))
      return .failure(
        Mismatch(
          "the gateway sends '\(entry.key.value)' as '\(sent)', where the rate-limit service"
            + " expects \(expected)",
          at: first.value?.span ?? first.key.span))
    }
    return descend(rest, from: entry, into: descriptor)
  }

  /// Every key that the service does not expect where it comes, each with what it expects instead.
  ///
  /// A stray key is taken for a slip in one of its level, so that what follows it is compared with the
  /// next level.
  private func strayKeys(
    of entries: ArraySlice<DescriptorEntry>, below top: [RateLimitDomain.Descriptor]
  ) -> [String] {
    var level = top
    var strays: [String] = []
    for entry in entries {
      let sameKey = level.filter { $0.key.value == entry.key.value }
      if sameKey.isEmpty {
        strays.append(
          "the key '\(entry.key.value)', where the rate-limit service expects "
            + (level.isEmpty ? "no further key" : Self.list(level.map(\.key.value))))
        if level.isEmpty { break }
      }
      level = (sameKey.isEmpty ? level : sameKey).flatMap(\.children)
    }
    return strays
  }

  /// The texts in quotes, each once.
  private static func list(_ texts: [String]) -> String {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }.map { "'\($0)'" }.joined(separator: ", ")
  }

  /// The descriptor that a fixed value leads to: the one that names it, else one whose value ends in `*`,
  /// else the one for any value.
  private static func descriptor(
    for sent: String, among sameKey: [RateLimitDomain.Descriptor]
  ) -> RateLimitDomain.Descriptor? {
    let wildcard = sameKey.first { descriptor in
      guard let wanted = descriptor.value?.value, wanted.hasSuffix("*") else { return false }
      return sent.hasPrefix(wanted.dropLast())
    }
    return sameKey.first { $0.value?.value == sent } ?? wildcard
      ?? sameKey.first { $0.value == nil }
  }

  /// What the values of a request find, of which every descriptor names one or takes what is left.
  ///
  /// The service never turns back: a value with a descriptor of its own is limited there or nowhere.
  private func branch(
    _ rest: ArraySlice<DescriptorEntry>, from entry: DescriptorEntry,
    into sameKey: [RateLimitDomain.Descriptor]
  ) -> Outcome {
    let outcomes = sameKey.map { ($0, descend(rest, from: entry, into: $0)) }
    let limits = outcomes.map { (descriptor: $0.0, limit: Self.limit(of: $0.1)) }
    let others = limits.first { $0.descriptor.takesAnyValue }
    guard var limit = others?.limit ?? limits.lazy.compactMap(\.limit).first else {
      return outcomes[0].1
    }
    let named = limits.filter { !$0.descriptor.takesAnyValue }
    let limitsOthers = others?.limit != nil
    if entry.isCaller {
      if limitsOthers {
        limit.exemptCallers = named.compactMap { $0.limit == nil ? $0.descriptor.value : nil }
      } else {
        limit.namedCallers = named.compactMap { $0.limit == nil ? nil : $0.descriptor.value }
      }
    }
    if entry.isTool {
      limit.tools = ToolCoverage(
        entries: named.compactMap { branch in
          branch.descriptor.value.map {
            ToolCoverage.Entry(name: $0, isLimited: branch.limit != nil)
          }
        },
        limitsOthers: Evidence(
          limitsOthers, at: (others?.descriptor ?? sameKey[0]).key.span, grade: .configured))
    }
    return .success(limit)
  }

  private static func limit(of outcome: Outcome) -> Limit? {
    switch outcome {
    case .success(let limit): limit
    case .failure: nil
    }
  }

  private func descend(
    _ rest: ArraySlice<DescriptorEntry>, from entry: DescriptorEntry,
    into descriptor: RateLimitDomain.Descriptor
  ) -> Outcome {
    guard rest.isEmpty else { return walk(rest, through: descriptor.children) }
    if descriptor.limits { return .success(Limit(callsPerMinute: descriptor.callsPerMinute)) }
    let reason: String
    if descriptor.isShadow {
      reason = "the rate-limit service only watches '\(entry.key.value)' (`shadow_mode`)"
    } else if descriptor.isUnlimited {
      reason = "the rate-limit service sets '\(entry.key.value)' to unlimited"
    } else {
      reason =
        "the gateway's descriptor ends at '\(entry.key.value)', where the rate-limit service sets"
        + " no limit"
    }
    return .failure(Mismatch(reason, at: descriptor.key.span))
  }
}
