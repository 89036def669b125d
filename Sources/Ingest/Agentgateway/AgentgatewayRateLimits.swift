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
    let service = RateLimitService(domains, asked: policy.node["domain"])
    return policy.node["descriptors"].elementsOrSelf.filter(Self.countsCalls).map { descriptor in
      let entries = descriptor["entries"].elementsOrSelf.compactMap(AgentgatewayRateLimitEntry.init)
      let caller = entries.first(where: \.sent.isCaller)
      let tool = entries.first(where: \.sent.isTool)
      let place = entries.first?.place ?? descriptor.span
      let answer = service.answer(to: entries.map(\.sent), at: policy.place)
      return RateLimit(
        span: descriptor.span, reach: answer.reach,
        isPerCaller: Evidence(caller != nil, at: caller?.place ?? place, grade: .configured),
        namedCallers: answer.limit.namedCallers,
        isPerTool: Evidence(tool != nil, at: tool?.place ?? place, grade: .configured),
        tools: answer.limit.tools, callsPerMinute: answer.limit.callsPerMinute)
    }
  }
}

/// One entry of a descriptor: a key, and an expression that gives the value.
private struct AgentgatewayRateLimitEntry {
  let sent: DescriptorEntry
  /// The expression.
  let place: SourceSpan

  init?(_ node: Node) {
    guard let key = node["key"], let name = key.scalarText, let value = node["value"],
      let text = value.scalarText
    else { return nil }
    let expression = AgentgatewayExpression(text)
    sent = DescriptorEntry(
      key: Evidence(name, at: key.span, grade: .configured),
      value: expression.constant.map { Evidence($0, at: value.span, grade: .configured) },
      isCaller: expression.namesCaller, isTool: expression.namesTool)
    place = value.span
  }
}

extension Node {
  /// The elements of a list; nothing for any other value.
  fileprivate var elementsOrNone: [Node] { kind == .sequence ? Array(elements) : [] }
}
