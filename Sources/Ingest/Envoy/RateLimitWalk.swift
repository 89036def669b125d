import Estate
import SourceText

/// The rate-limit service's walk down one domain with the entries of one descriptor.
struct RateLimitWalk {
  let domain: RateLimitDomain

  /// Why a walk ends without a limit, and the place in the service's configuration where it does.
  struct Mismatch: Error {
    let reach: Evidence<RateLimit.Reach>

    init(_ reason: String, at span: SourceSpan) {
      reach = Evidence(.neverMatches(because: reason), at: span, grade: .configured)
    }
  }

  /// The limit that some request with `entries` can meet, in calls a minute where they are numbered.
  func result(of entries: [EnvoyRateLimitEntry]) -> Result<Evidence<Int>?, Mismatch> {
    walk(entries[...], through: domain.descriptors)
  }

  private func walk(
    _ entries: ArraySlice<EnvoyRateLimitEntry>, through level: [RateLimitDomain.Descriptor]
  ) -> Result<Evidence<Int>?, Mismatch> {
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
    let sameValue = Self.descriptors(for: entry, among: sameKey)
    guard !sameValue.isEmpty else {
      let expected = sameKey.compactMap { $0.value.map { "'\($0.value)'" } }
        .joined(separator: ", ")
      return .failure(
        Mismatch(
          "the gateway sends '\(entry.key.value)' as '\(entry.value?.value ?? "")', where the"
            + " rate-limit service expects \(expected)",
          at: first.value?.span ?? first.key.span))
    }
    return descend(entries.dropFirst(), from: entry, into: sameValue)
  }

  /// Every key that the service does not expect where it comes, each with what it expects instead.
  ///
  /// A stray key is taken for a slip in one of its level, so that what follows it is compared with the
  /// next level.
  private func strayKeys(
    of entries: ArraySlice<EnvoyRateLimitEntry>, below top: [RateLimitDomain.Descriptor]
  ) -> [String] {
    var level = top
    var strays: [String] = []
    for entry in entries {
      let sameKey = level.filter { $0.key.value == entry.key.value }
      if sameKey.isEmpty {
        let expected = level.map { "'\($0.key.value)'" }.joined(separator: ", ")
        strays.append(
          "the key '\(entry.key.value)', where the rate-limit service expects"
            + (expected.isEmpty ? " no further key" : " \(expected)"))
        if level.isEmpty { break }
      }
      level = (sameKey.isEmpty ? level : sameKey).flatMap(\.children)
    }
    return strays
  }

  /// The descriptors that `entry` can lead to: for a fixed value the one that names it, else one whose
  /// value ends in `*`, else the one for any value; for a value of the request, every one.
  private static func descriptors(
    for entry: EnvoyRateLimitEntry, among sameKey: [RateLimitDomain.Descriptor]
  ) -> [RateLimitDomain.Descriptor] {
    guard let sent = entry.value?.value else { return sameKey }
    let exact = sameKey.filter { $0.value?.value == sent }
    if !exact.isEmpty { return exact }
    let wildcard = sameKey.first { descriptor in
      guard let wanted = descriptor.value?.value, wanted.hasSuffix("*") else { return false }
      return sent.hasPrefix(wanted.dropLast())
    }
    return wildcard.map { [$0] } ?? sameKey.filter { $0.value == nil }
  }

  private func descend(
    _ rest: ArraySlice<EnvoyRateLimitEntry>, from entry: EnvoyRateLimitEntry,
    into matching: [RateLimitDomain.Descriptor]
  ) -> Result<Evidence<Int>?, Mismatch> {
    guard rest.isEmpty else {
      var failure: Mismatch?
      for descriptor in matching {
        switch walk(rest, through: descriptor.children) {
        case .success(let limit): return .success(limit)
        case .failure(let mismatch): failure = failure ?? mismatch
        }
      }
      return .failure(failure ?? Mismatch("the descriptor finds no limit", at: domain.span))
    }
    if let decided = matching.first(where: \.limits) { return .success(decided.callsPerMinute) }
    let place = matching.first?.key.span ?? domain.span
    let reason: String
    if matching.contains(where: \.isShadow) {
      reason = "the rate-limit service only watches '\(entry.key.value)' (`shadow_mode`)"
    } else if matching.contains(where: \.isUnlimited) {
      reason = "the rate-limit service sets '\(entry.key.value)' to unlimited"
    } else {
      reason =
        "the gateway's descriptor ends at '\(entry.key.value)', where the rate-limit service sets"
        + " no limit"
    }
    return .failure(Mismatch(reason, at: place))
  }
}
