import Estate
import SourceText
import Syntax

/// The rate limits of one route of Kong.
struct KongRateLimits {
  let scope: KongScope

  /// Those of calls; limits of LLM tokens are none.
  var all: [RateLimit] {
    scope.plugins.compactMap { plugin in
      switch plugin.name {
      case "rate-limiting":
        limit(of: plugin, by: plugin.config?["limit_by"], calls: Self.perPeriod(plugin))
      case "rate-limiting-advanced", "service-protection":
        limit(of: plugin, by: Self.identifiers(of: plugin), calls: Self.perWindow(plugin))
      default: nil
      }
    }
  }

  /// Several identifiers that count together outrank a single one.
  private static func identifiers(of plugin: KongPlugin) -> Node? {
    let compound = plugin.config?["compound_identifier"]
    let isGiven = compound.elementsOrTexts.contains { $0.kind != .null }
    return isGiven ? compound : plugin.config?["identifier"]
  }

  /// Identifiers that tell one caller from another.
  private static let callers: Set<String> = ["consumer", "credential", "consumer-group"]

  /// By default Kong counts each consumer's calls, and each address's where it knows no consumer.
  private func limit(
    of plugin: KongPlugin, by key: Node?, calls: Evidence<Int>?
  ) -> RateLimit? {
    guard let calls else { return nil }
    let named = key.elementsOrTexts.filter { $0.kind != .null }.compactMap(\.scalarText)
    let usual = plugin.name == "service-protection" ? "service" : "consumer"
    let kinds = named.isEmpty ? [usual] : named
    let header = kinds.contains("header") ? plugin.config?["header_name"] : nil
    let name = header?.scalarText?.lowercased() ?? ""
    let place = header?.span ?? key?.span ?? plugin.place
    let isPerCaller =
      kinds.contains(where: Self.callers.contains) || IdentityHeaderName.matches(name)
    return RateLimit(
      span: plugin.place, reach: Evidence(.matches, at: plugin.place, grade: .configured),
      isPerCaller: Evidence(isPerCaller, at: place, grade: .configured),
      namedCallers: plugin.consumer.map { [$0] } ?? [],
      isPerTool: Evidence(ToolHeaderName.matches(name), at: place, grade: .configured),
      callsPerMinute: calls)
  }

  private static let periods: [(key: String, minutes: Double)] = [
    ("second", 1.0 / 60), ("minute", 1), ("hour", 60), ("day", 1440), ("month", 43_200),
    ("year", 525_600),
  ]

  /// The tightest of the limits for a second, a minute and so on.
  private static func perPeriod(_ plugin: KongPlugin) -> Evidence<Int>? {
    let rates = periods.compactMap { period -> Evidence<Int>? in
      guard let node = plugin.config?[period.key] else { return nil }
      return rate(node, minutes: period.minutes)
    }
    return tightest(rates)
  }

  /// `limit` and `window_size`, which lists seconds, go together by their places.
  private static func perWindow(_ plugin: KongPlugin) -> Evidence<Int>? {
    let limits = (plugin.config?["limit"]).elementsOrTexts
    let windows = (plugin.config?["window_size"]).elementsOrTexts
    let rates = zip(limits, windows).compactMap { limit, window -> Evidence<Int>? in
      guard let seconds = window.number, seconds > 0 else { return nil }
      return rate(limit, minutes: seconds / 60)
    }
    return tightest(rates)
  }

  private static func rate(_ node: Node, minutes: Double) -> Evidence<Int>? {
    guard let calls = node.number, let whole = Int(exactly: (calls / minutes).rounded(.up)) else {
      return nil
    }
    return Evidence(whole, at: node.span, grade: .configured)
  }

  private static func tightest(_ rates: [Evidence<Int>]) -> Evidence<Int>? {
    rates.min { ($0.value, $0.span) < ($1.value, $1.span) }
  }
}
