import SourceText
import Syntax

/// A share of requests, as Envoy's `FractionalPercent` writes it.
struct EnvoyShare {
  /// The counter; `nil` where none is written, which is 0.
  let numerator: Node?
  private let whole: Double

  /// Reads `node`, a mapping with `numerator` and `denominator`.
  init(_ node: Node?) {
    numerator = node["numerator"]
    whole =
      switch node["denominator"]?.scalarText ?? "HUNDRED" {
      case "TEN_THOUSAND": 10_000
      case "MILLION": 1_000_000
      default: 100
      }
  }

  /// Whether some requests are left out.
  var isPartial: Bool { numerator?.number ?? 0 < whole }

  /// Whether all requests are left out.
  var isNothing: Bool { numerator?.number ?? 0 <= 0 }
}
