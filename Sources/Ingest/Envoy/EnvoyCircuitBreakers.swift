import Estate
import SourceText
import Syntax

extension EnvoyClusters {
  /// Whether failing hosts of every one of the clusters `names` are taken out, or calls to it bounded;
  /// unstated where one of them is not known.
  func haveCircuitBreakers(_ names: [String]) -> Stated<Bool> {
    var first: SourceSpan?
    for name in names {
      guard let cluster = cluster(name) else { return Stated() }
      let breaker = Self.breaker(of: cluster)
      guard let place = breaker.place, breaker.isOn else {
        let span = breaker.place ?? (cluster["name"] ?? cluster).span
        return Stated(false, at: span, grade: .configured)
      }
      first = first ?? place
    }
    return first.map { Stated(true, at: $0, grade: .configured) } ?? Stated()
  }

  /// What the cluster says about breakers, if it says anything, and whether that comes to any.
  private static func breaker(of cluster: Node) -> (place: SourceSpan?, isOn: Bool) {
    let bounds = cluster.place(of: "circuit_breakers")
    if let bounds, limitsCalls(cluster["circuit_breakers"]) { return (bounds, true) }
    guard let detection = cluster["outlier_detection"] else { return (bounds, false) }
    let place = cluster.place(of: "outlier_detection")
    return ejects(detection) ? (place, true) : (bounds ?? place, false)
  }

  /// From here on a bound is none: Envoy's documentation switches breakers off by a thousand times as much.
  private static let unbounded = 1_000_000.0

  private static let bounds = ["max_connections", "max_pending_requests", "max_requests"]

  /// Whether requests of ordinary priority are bounded.
  ///
  /// What is left out has Envoy's default, as it has where
  /// no breakers are written at all.
  private static func limitsCalls(_ breakers: Node?) -> Bool {
    (breakers["thresholds"].elementsOrSelf + breakers["per_host_thresholds"].elementsOrSelf)
      .contains { threshold in
        let priority = threshold["priority"]?.scalarText ?? "DEFAULT"
        return priority == "DEFAULT"
          && bounds.contains { (threshold[$0]?.number ?? unbounded) < unbounded }
      }
  }

  /// What enforces detection where nothing is written about it.
  private static let enforcedByDefault = ["enforcing_consecutive_5xx", "enforcing_success_rate"]

  private static let enforcedOnDemand = [
    "enforcing_consecutive_gateway_failure", "enforcing_consecutive_local_origin_failure",
    "enforcing_local_origin_success_rate", "enforcing_failure_percentage",
    "enforcing_failure_percentage_local_origin",
  ]

  /// Whether a failing host is ever taken out.
  private static func ejects(_ detection: Node) -> Bool {
    if let most = detection["max_ejection_percent"]?.number, most <= 0 { return false }
    return enforcedByDefault.contains { (detection[$0]?.number ?? 100) > 0 }
      || enforcedOnDemand.contains { (detection[$0]?.number ?? 0) > 0 }
  }
}
