import Estate
import Reading
import SourceText
import Syntax

/// The rate limits of one route of agentgateway.
struct AgentgatewayRateLimits {
  let scope: AgentgatewayScope
  /// What the configurations of the rate-limit service say, where any was given.
  let domains: [RateLimitDomain]

  /// Those of the gateway itself, then those that it asks a service for; limits of LLM tokens are none of
  /// calls.
  var all: [RateLimit] {
    local + remote
  }

  private var local: [RateLimit] {
    guard let policy = scope.policy("localRateLimit") else { return [] }
    let conditional = policy.node["conditional"].elementsOrSelf
    let buckets =
      conditional.isEmpty ? policy.node.elements.map { $0 } : conditional.flatMap(Self.buckets)
    return buckets.filter(Self.countsCalls).map { bucket in
      let counted = Evidence(false, at: bucket.span, grade: .configured)
      return RateLimit(
        span: bucket.span, reach: Evidence(.matches, at: bucket.span, grade: .configured),
        isPerCaller: counted, namedCallers: [], isPerTool: counted,
        callsPerMinute: Self.callsPerMinute(bucket))
    }
  }

  /// The buckets of one entry of a policy that depends on a condition.
  private static func buckets(of entry: Node) -> [Node] {
    entry.members.flatMap { $0.value.elementsOrNone }.filter { $0["fillInterval"] != nil }
  }

  private static func countsCalls(_ bucket: Node) -> Bool {
    bucket["type"]?.scalarText != "tokens"
  }

  private static func callsPerMinute(_ bucket: Node) -> Evidence<Int>? {
    guard let place = bucket["tokensPerFill"] ?? bucket["maxTokens"],
      let tokens = place.number,
      let interval = bucket["fillInterval"]?.scalarText.flatMap(WrittenDuration.init),
      interval.milliseconds > 0
    else { return nil }
    let rate = tokens * 60_000 / Double(interval.milliseconds)
    return Int(exactly: rate.rounded(.up)).map { Evidence($0, at: place.span, grade: .configured) }
  }

  private var remote: [RateLimit] {
    guard let policy = scope.policy("remoteRateLimit") else { return [] }
    return policy.node["descriptors"].elementsOrSelf.filter(Self.countsCalls).map { descriptor in
      let entries = descriptor["entries"].elementsOrSelf
      let values = entries.compactMap { $0["value"] }
      let caller = values.first { AgentgatewayExpression($0.scalarText ?? "").namesCaller }
      let tool = values.first { AgentgatewayExpression($0.scalarText ?? "").namesTool }
      let place = values.first?.span ?? descriptor.span
      return RateLimit(
        span: descriptor.span, reach: reach(of: entries, asking: policy.node, at: policy.place),
        isPerCaller: Evidence(caller != nil, at: caller?.span ?? place, grade: .configured),
        namedCallers: [],
        isPerTool: Evidence(tool != nil, at: tool?.span ?? place, grade: .configured),
        callsPerMinute: nil)
    }
  }

  /// Whether the service knows the domain and the first key.
  private func reach(
    of entries: [Node], asking policy: Node, at place: SourceSpan
  ) -> Evidence<RateLimit.Reach> {
    guard !domains.isEmpty, let domain = policy["domain"], let name = domain.scalarText else {
      return Evidence(.unknown, at: place, grade: .configured)
    }
    let known = domains.filter { $0.name == name }
    guard !known.isEmpty else {
      let reason =
        "no configuration of the rate-limit service has the domain '\(name)' that the gateway asks"
      return Evidence(.neverMatches(because: reason), at: domain.span, grade: .configured)
    }
    if let key = entries.first?["key"], let text = key.scalarText,
      !known.contains(where: { !$0.descriptors(withKey: text).isEmpty })
    {
      let reason = "the rate-limit service has no descriptor with the key '\(text)'"
      return Evidence(.neverMatches(because: reason), at: key.span, grade: .configured)
    }
    return Evidence(.matches, at: place, grade: .configured)
  }
}

extension Node {
  /// The elements of a list; nothing for any other value.
  fileprivate var elementsOrNone: [Node] { kind == .sequence ? Array(elements) : [] }
}
