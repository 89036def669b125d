import Estate
import SourceText
import Syntax

/// Decides what Envoy's rate-limit descriptors meet in the rate-limit service's configuration.
///
/// A descriptor is a list of entries, each a key and a value. The service walks its tree with it: every
/// entry has to find a child with its key and value, or with its key and no value, and the last one has to
/// find a limit. A descriptor that finds none is not limited, and nothing says so at run time.
struct EnvoyRateLimits {
  let connection: EnvoyConnectionManager
  let domains: [RateLimitDomain]

  /// One entry that Envoy sends.
  private struct Entry {
    let key: Evidence<String>
    /// The fixed value; `nil` where it is taken from the request.
    let value: Evidence<String>?
    let isCaller: Bool
    let isTool: Bool
    let place: SourceSpan
  }

  /// The limits of a route, with those of its virtual host where the route has none of its own.
  func limits(route: Node?, host: Node?, at node: Node) -> [RateLimit] {
    let own = route.elementsOrSelf
    let inherited = host.elementsOrSelf
    let includesHost = own.isEmpty || node["route"]["include_vh_rate_limits"]?.boolean == true
    let descriptors = own + (includesHost ? inherited : [])
    return descriptors.compactMap(limit) + localLimits(of: node)
  }

  private func limit(from node: Node) -> RateLimit? {
    let entries = node["actions"].elementsOrSelf.compactMap(Self.entry)
    guard let first = entries.first else { return nil }
    let candidates = self.candidates
    let caller = entries.first(where: \.isCaller)
    let tool = entries.first(where: \.isTool)
    let match = match(entries, in: candidates)
    let named = caller.map { namedCallers(for: $0, in: candidates ?? []) } ?? []
    let toolPlace = tool?.place ?? Self.presenceOfTool(in: node) ?? first.place
    return RateLimit(
      span: node.span,
      reach: match.reach,
      isPerCaller: Evidence(
        caller != nil, at: caller?.place ?? first.place, grade: .configured),
      namedCallers: named,
      isPerTool: Evidence(tool != nil, at: toolPlace, grade: .configured),
      callsPerMinute: match.limit)
  }

  /// The domains that the filter asks; all of them where the filter is not shown; `nil` without any.
  private var candidates: [RateLimitDomain]? {
    guard !domains.isEmpty else { return nil }
    guard let filter = connection.filter("ratelimit"),
      let domain = filter.configuration["domain"]?.scalarText
    else { return domains }
    return domains.filter { $0.name == domain }
  }

  private func match(
    _ entries: [Entry], in candidates: [RateLimitDomain]?
  ) -> (reach: Evidence<RateLimit.Reach>, limit: Evidence<Int>?) {
    guard let candidates else {
      return (Evidence(.unknown, at: entries[0].place, grade: .configured), nil)
    }
    guard !candidates.isEmpty else {
      let domain = connection.filter("ratelimit")?.configuration["domain"]
      let reason =
        "no configuration of the rate-limit service has the domain"
        + " '\(domain?.scalarText ?? "?")' that the gateway asks"
      return (
        Evidence(
          .neverMatches(because: reason), at: domain?.span ?? entries[0].place,
          grade: .configured), nil
      )
    }
    var failure: Evidence<RateLimit.Reach>?
    for domain in candidates {
      switch walk(entries[...], through: domain.descriptors, of: domain) {
      case .success(let limit):
        return (
          Evidence(.matches, at: limit?.span ?? entries[0].place, grade: .configured), limit
        )
      case .failure(let mismatch): failure = failure ?? mismatch.reach
      }
    }
    let unknown = Evidence<RateLimit.Reach>(.unknown, at: entries[0].place, grade: .configured)
    return (failure ?? unknown, nil)
  }

  /// Why a walk ends without a limit.
  private struct Mismatch: Error {
    let reach: Evidence<RateLimit.Reach>

    init(_ reason: String, at span: SourceSpan) {
      reach = Evidence(.neverMatches(because: reason), at: span, grade: .configured)
    }
  }

  private func walk(
    _ entries: ArraySlice<Entry>, through level: [RateLimitDomain.Descriptor],
    of domain: RateLimitDomain
  ) -> Result<Evidence<Int>?, Mismatch> {
    guard let entry = entries.first else {
      return .failure(
        Mismatch("the descriptor ends where the service has no limit", at: domain.span))
    }
    let sameKey = level.filter { $0.key.value == entry.key.value }
    guard !sameKey.isEmpty else {
      let expected = level.map { "'\($0.key.value)'" }.joined(separator: ", ")
      let reason =
        "the gateway sends the key '\(entry.key.value)', where the rate-limit service expects"
        + (expected.isEmpty ? " no further key" : " \(expected)")
      return .failure(Mismatch(reason, at: level.first?.key.span ?? domain.span))
    }
    let sameValue = sameKey.filter { descriptor in
      guard let wanted = descriptor.value, let sent = entry.value else { return true }
      return Self.covers(wanted.value, sent.value)
    }
    guard !sameValue.isEmpty else {
      let expected = sameKey.compactMap { $0.value.map { "'\($0.value)'" } }
        .joined(separator: ", ")
      return .failure(
        Mismatch(
          "the gateway sends '\(entry.key.value)' as '\(entry.value?.value ?? "")', where the"
            + " rate-limit service expects \(expected)",
          at: sameKey.first?.value?.span ?? sameKey[0].key.span))
    }
    return descend(entries, from: entry, into: sameValue, of: domain)
  }

  private func descend(
    _ entries: ArraySlice<Entry>, from entry: Entry, into matching: [RateLimitDomain.Descriptor],
    of domain: RateLimitDomain
  ) -> Result<Evidence<Int>?, Mismatch> {
    let rest = entries.dropFirst()
    if rest.isEmpty {
      if let decided = matching.first(where: \.decides) { return .success(decided.callsPerMinute) }
      return .failure(
        Mismatch(
          "the gateway's descriptor ends at '\(entry.key.value)', where the rate-limit service sets"
            + " no limit", at: matching[0].key.span))
    }
    var failure: Mismatch?
    for descriptor in matching {
      switch walk(rest, through: descriptor.children, of: domain) {
      case .success(let limit): return .success(limit)
      case .failure(let mismatch): failure = failure ?? mismatch
      }
    }
    return .failure(failure ?? Mismatch("the descriptor finds no limit", at: domain.span))
  }

  /// The values that the service lists for the caller's key; empty where it has an entry for any value.
  private func namedCallers(
    for entry: Entry, in candidates: [RateLimitDomain]
  ) -> [Evidence<String>] {
    let descriptors = candidates.flatMap { $0.descriptors(withKey: entry.key.value) }
    guard descriptors.allSatisfy({ $0.value != nil }) else { return [] }
    return descriptors.compactMap(\.value)
  }

  /// Whether the service's value covers the gateway's; `*` at its end matches any rest.
  private static func covers(_ wanted: String, _ sent: String) -> Bool {
    wanted.hasSuffix("*") ? sent.hasPrefix(wanted.dropLast()) : wanted == sent
  }
}

extension EnvoyRateLimits {
  /// The entry that one action produces, under the key that Envoy gives it by default.
  private static func entry(from action: Node) -> Entry? {
    guard let member = action.members.first(where: { _ in true }),
      let kind = member.key.scalarText
    else { return nil }
    let node = member.value
    let place = node.span
    func key(default name: String) -> Evidence<String> {
      guard let written = node["descriptor_key"], let text = written.scalarText else {
        return Evidence(name, at: place, grade: .configured)
      }
      return Evidence(text, at: written.span, grade: .configured)
    }
    let value = node["descriptor_value"].flatMap { value in
      value.scalarText.map { Evidence($0, at: value.span, grade: .configured) }
    }
    switch kind {
    case "request_headers":
      let header = node["header_name"]?.scalarText?.lowercased() ?? ""
      let key = key(default: header)
      return Entry(
        key: key, value: nil, isCaller: IdentityHeaderName.matches(header),
        isTool: ToolHeaderName.matches(header), place: place)
    case "header_value_match":
      return Entry(
        key: key(default: "header_match"), value: value, isCaller: false,
        isTool: namesTool(node), place: place)
    case "generic_key":
      return Entry(
        key: key(default: "generic_key"), value: value, isCaller: false, isTool: false,
        place: place)
    case "metadata", "dynamic_metadata":
      let key = key(default: kind)
      let path = key.value.lowercased()
      return Entry(
        key: key, value: nil, isCaller: IdentityHeaderName.matches(path),
        isTool: ToolHeaderName.matches(path), place: place)
    case "remote_address", "masked_remote_address", "source_cluster", "destination_cluster":
      return Entry(
        key: key(default: kind), value: nil, isCaller: false, isTool: false, place: place)
    default:
      return Entry(
        key: key(default: kind), value: value, isCaller: false, isTool: false, place: place)
    }
  }

  /// Whether a `header_value_match` compares the tool's name, and not only whether one is there.
  private static func namesTool(_ match: Node) -> Bool {
    match["headers"].elementsOrSelf.contains { header in
      guard ToolHeaderName.matches(header["name"]?.scalarText?.lowercased() ?? "") else {
        return false
      }
      return header["string_match"] != nil || header["exact_match"] != nil
        || header["prefix_match"] != nil || header["safe_regex_match"] != nil
    }
  }

  /// The place at which only the presence of the tool's header is looked at.
  private static func presenceOfTool(in limit: Node) -> SourceSpan? {
    for action in limit["actions"].elementsOrSelf {
      for header in action["header_value_match"]["headers"].elementsOrSelf
      where ToolHeaderName.matches(header["name"]?.scalarText?.lowercased() ?? "") {
        return (header["present_match"] ?? header).span
      }
    }
    return nil
  }

  /// Token buckets of the gateway itself, which count all callers together.
  private func localLimits(of route: Node) -> [RateLimit] {
    let override = route["typed_per_filter_config"]?.members.first {
      Optional($0.key).endsWith(".local_ratelimit")
    }?.value
    guard let configuration = override ?? connection.filter("local_ratelimit")?.configuration,
      let bucket = configuration["token_bucket"]
    else { return [] }
    let place = bucket.span
    return [
      RateLimit(
        span: place, reach: Evidence(.matches, at: place, grade: .configured),
        isPerCaller: Evidence(false, at: place, grade: .configured), namedCallers: [],
        isPerTool: Evidence(false, at: place, grade: .configured), callsPerMinute: nil)
    ]
  }
}
