import Estate
import SourceText
import Syntax

/// Lowers nginx configurations to routes.
///
/// All nginx files of an estate are read together, because the includes, upstreams, maps and zones of one
/// decide what the locations of another have.
enum NginxAdapter {
  /// Whether `tree` was read from an nginx configuration or a part of one: most of its directives are
  /// nginx's own, and at least one tells where they belong.
  static func recognizes(_ tree: NginxTree) -> Bool {
    var known = 0
    var unknown = 0
    count(tree.directives, in: .main, known: &known, unknown: &unknown)
    guard known > 0, known >= unknown else { return false }
    return unknown == 0 || NginxContext.likely(for: tree.directives) != nil
  }

  /// One route for each place that passes requests on over HTTP.
  static func lower(_ trees: [NginxTree]) -> Contribution {
    var contribution = Contribution()
    var diagnostics: [Diagnostic] = []
    for configuration in NginxConfiguration.all(in: trees) {
      diagnostics += configuration.diagnostics
      contribution.gatewaySettings += NginxSettings(configuration: configuration).all
      let servers = configuration.servers
      let listeners = NginxListeners(of: servers)
      for server in servers {
        let passages = NginxPassages(of: server)
        let reachability = NginxReachability(of: server)
        for location in server.locations where !passages.isOnlyAsked(location) {
          if let rival = reachability.rival(of: location) {
            diagnostics.append(location.notReached(because: rival))
          } else if passages.isNeverReached(location) {
            diagnostics.append(location.notReached)
          } else {
            let entrances = passages.entrances(to: location)
            diagnostics += location.doubts
            for place in [location] + location.conditionals {
              guard
                let lowering = NginxRouteLowering(
                  place, entrances: entrances, listeners: listeners)
              else { continue }
              if let end = lowering.end {
                diagnostics.append(place.passesNothing(because: end))
              } else {
                contribution.routes.append(lowering.route)
              }
            }
          }
        }
      }
    }
    var seen: Set<Diagnostic> = []
    contribution.diagnostics = diagnostics.filter { seen.insert($0).inserted }
      .sorted { ($0.span, $0.message) < ($1.span, $1.message) }
    return contribution
  }

  private static func count(
    _ directives: [NginxDirective], in context: NginxContext, known: inout Int, unknown: inout Int
  ) {
    for directive in directives {
      let name = directive.name.text
      let isKnown = NginxDirectiveRules.knows(name) || name.contains("_by_lua")
      if isKnown { known += 1 } else { unknown += 1 }
      // The entries of a `map` or `types` are data, not directives.
      let inner = context.entering(name)
      guard let block = directive.block, inner != .other || !isData(directive) else { continue }
      count(block, in: inner, known: &known, unknown: &unknown)
    }
  }

  private static func isData(_ directive: NginxDirective) -> Bool {
    ["map", "geo", "types", "split_clients", "charset_map", "match"].contains(directive.name.text)
  }
}
