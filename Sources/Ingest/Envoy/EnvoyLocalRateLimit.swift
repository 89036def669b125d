import Estate
import Reading
import SourceText
import Syntax

/// Token buckets of Envoy itself, which count all callers together.
enum EnvoyLocalRateLimit {
  /// The limit on the route of `scope`, if there is one.
  static func all(in scope: EnvoyRouteScope) -> [RateLimit] {
    guard let filter = scope.filter("local_ratelimit") else { return [] }
    let configuration = filter.override ?? filter.configuration
    guard let bucket = configuration["token_bucket"] else { return [] }
    let place = configuration.place(of: "token_bucket") ?? bucket.span
    let counted = Evidence(false, at: place, grade: .configured)
    return [
      RateLimit(
        span: place, reach: reach(of: configuration, at: place), isPerCaller: counted,
        namedCallers: [], isPerTool: counted, callsPerMinute: callsPerMinute(bucket))
    ]
  }

  /// Both shares are 0 % unless the configuration says otherwise.
  private static func reach(
    of configuration: Node, at place: SourceSpan
  ) -> Evidence<RateLimit.Reach> {
    for key in ["filter_enabled", "filter_enforced"] {
      let share = configuration[key]
      let numerator = share["default_value"]["numerator"]
      if let count = numerator?.number, count > 0 { continue }
      let reason = "`\(key)` holds for 0 % of the calls, which is Envoy's default"
      return Evidence(
        .neverMatches(because: reason),
        at: numerator?.span ?? configuration.place(of: key) ?? place, grade: .configured)
    }
    return Evidence(.matches, at: place, grade: .configured)
  }

  private static func callsPerMinute(_ bucket: Node) -> Evidence<Int>? {
    guard let interval = bucket["fill_interval"]?.scalarText.flatMap(WrittenDuration.init),
      interval.milliseconds > 0, let place = (bucket["tokens_per_fill"] ?? bucket["max_tokens"])
    else { return nil }
    let tokens = bucket["tokens_per_fill"].map { $0.number ?? 0 } ?? 1
    let rate = tokens * 60_000 / Double(interval.milliseconds)
    return Int(exactly: rate.rounded(.up)).map { Evidence($0, at: place.span, grade: .configured) }
  }
}
