import Estate
import Reading
import SourceText
import Syntax

/// When Envoy gives up on a call of one route.
struct EnvoyTimeouts {
  let action: Node
  let connection: EnvoyConnectionManager

  private typealias Limit = Evidence<Int>

  /// Milliseconds after which the first of the limits ends a call; 0 where none does.
  ///
  /// A limit on silence ends a call only where another bounds it: streams that go on talking never meet it.
  var stated: Stated<Int> {
    // Envoy's default is 15 seconds (config.route.v3.RouteAction.timeout).
    let anchor = (action["cluster"] ?? action).span
    let whole: Limit
    if let written = action["timeout"] {
      guard let limit = Self.limit(written) else { return Stated() }
      whole = limit
    } else {
      whole = Evidence(15_000, at: anchor, grade: .configured)
    }
    guard let bound = Self.shortest([whole, stream]) else { return Stated(whole) }
    return Stated(Self.shortest([bound, silence, attempt]))
  }

  /// How long a stream may last, whatever happens on it.
  private var stream: Limit? {
    let own = action["max_stream_duration"]["max_stream_duration"]
    let common = connection.node["common_http_protocol_options"]["max_stream_duration"]
    return (own ?? common).flatMap(Self.limit)
  }

  /// How long nothing may come from either side, where that is written; the route's word overrules.
  private var silence: Limit? {
    (action["idle_timeout"] ?? connection.node["stream_idle_timeout"]).flatMap(Self.limit)
  }

  /// How long one try may take.
  private var attempt: Limit? { action["retry_policy"]["per_try_timeout"].flatMap(Self.limit) }

  private static func limit(_ node: Node) -> Limit? {
    node.scalarText.flatMap(WrittenDuration.init).map {
      Evidence($0.milliseconds, at: node.span, grade: .configured)
    }
  }

  /// The shortest limit that is one; the first of equal ones.
  private static func shortest(_ limits: [Limit?]) -> Limit? {
    limits.compactMap(\.self).filter { $0.value > 0 }.min { $0.value < $1.value }
  }
}
