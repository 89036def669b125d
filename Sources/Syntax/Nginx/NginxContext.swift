/// Where a directive stands, as far as nginx distinguishes places.
public enum NginxContext: String, CaseIterable, Hashable, Sendable {
  case main
  case events
  case mail
  case mailServer = "mail.server"
  case stream
  case streamServer = "stream.server"
  case streamUpstream = "stream.upstream"
  case http
  case server
  case location
  case upstream
  case ifInServer = "server.if"
  case ifInLocation = "location.if"
  case limitExcept = "limit_except"
  /// A block whose content is not directives, such as a `map`, or one of a module that is not known.
  case other

  /// The context of the block that a directive called `name` opens here.
  public func entering(_ name: String) -> NginxContext {
    switch (self, name) {
    case (.main, "events"): .events
    case (.main, "mail"): .mail
    case (.mail, "server"): .mailServer
    case (.main, "stream"): .stream
    case (.stream, "server"): .streamServer
    case (.stream, "upstream"): .streamUpstream
    case (.main, "http"): .http
    case (.http, "server"): .server
    case (.http, "upstream"): .upstream
    case (.server, "location"), (.location, "location"): .location
    case (.server, "if"): .ifInServer
    case (.location, "if"): .ifInLocation
    case (.location, "limit_except"): .limitExcept
    default: .other
    }
  }

  /// The context for which a file that nobody is known to include is most likely written, or `nil`
  /// where its directives do not tell.
  ///
  /// A file below `conf.d` usually holds servers, and a snippet usually holds locations.
  public static func likely(for directives: [NginxDirective]) -> NginxContext? {
    for directive in directives {
      switch directive.name.text {
      case "events", "http", "stream", "mail", "worker_processes", "load_module", "pid", "user":
        return .main
      default: continue
      }
    }
    for directive in directives {
      switch directive.name.text {
      case "server", "upstream", "map", "geo", "log_format", "limit_req_zone", "limit_conn_zone",
        "proxy_cache_path", "split_clients":
        return directive.is("server") && directive.block == nil ? .upstream : .http
      case "location", "listen", "server_name": return .server
      case "proxy_pass", "alias", "limit_except", "internal": return .location
      default: continue
      }
    }
    return nil
  }
}
