import Patterns
import SourceText
import Syntax

/// Follows the variables of one block to texts that a client writes.
///
/// What a client merely chooses from a list, as by a `map` with constants, is not its text.
struct NginxClientText {
  /// The block that the text stands in.
  let location: NginxLocation
  /// The directive that the text stands in.
  let directive: NginxDirective

  private static let deepest = 16

  /// The variables from the first one of `variables` that can hold `scalar` as a client wrote it to the one
  /// that the client decides; `nil` where none can.
  func path(to scalar: Unicode.Scalar, from variables: [String]) -> [String]? {
    variables.lazy.compactMap { path(to: scalar, from: $0, open: []) }.first
  }

  /// Whether the value of `name` is empty or begins with a slash, which ends the host of an address.
  func beginsWithSlash(_ name: String) -> Bool {
    if ["uri", "document_uri", "request_uri"].contains(name) { return true }
    let sources = captures(of: name)
    return !sources.isEmpty
      && sources.allSatisfy { source in
        guard let contents = source.contents, let number = contents.number(of: name) else {
          return false
        }
        return contents.onlyBegins(with: "/", in: number)
      }
  }

  /// The patterns whose group the variable `name` is.
  func captures(of name: String) -> [NginxCaptureSource] {
    let isNumber = name.utf8.count == 1 && Int(name) != nil
    return isNumber ? location.lastMatches(at: directive) : location.matches(naming: name)
  }

  private func path(
    to scalar: Unicode.Scalar, from name: String, open: Set<String>
  ) -> [String]? {
    guard open.count < Self.deepest, !open.contains(name) else { return nil }
    let open = open.union([name])
    let definitions = location.configuration.variables
    if definitions.assignments[name] != nil {
      for assignment in location.assignments(to: name) {
        let inner = NginxClientText(
          location: NginxLocation(
            configuration: location.configuration, scope: assignment.scope),
          directive: assignment.directive)
        for variable in assignment.value?.variables ?? [] {
          if let path = inner.path(to: scalar, from: variable.name, open: open) {
            return [name] + path
          }
        }
      }
      return nil
    }
    if location.authorizationVariable(name) != nil { return nil }
    if let shared = definitions.shared[name] {
      return path(to: scalar, through: shared, open: open).map { [name] + $0 }
    }
    let sources = captures(of: name)
    guard sources.isEmpty else {
      return sources.lazy.compactMap { path(to: scalar, group: name, of: $0, open: open) }.first
    }
    return Self.isClientText(name, holding: scalar) ? [name] : nil
  }

  private func path(
    to scalar: Unicode.Scalar, through shared: NginxVariableDefinitions.Shared, open: Set<String>
  ) -> [String]? {
    guard case .map(let source, let entries) = shared.kind else { return nil }
    for entry in entries {
      let own = NginxCaptureSource(entry: entry, of: source)
      for variable in entry.arguments.flatMap(\.variables) {
        let name = variable.name
        if let own, own.contents?.number(of: name) != nil {
          if let path = path(to: scalar, group: name, of: own, open: open) { return path }
        } else if let path = path(to: scalar, from: name, open: open) {
          return path
        }
      }
    }
    return nil
  }

  /// The way through the group `name` of `source`, which holds no more than the text that it matches.
  private func path(
    to scalar: Unicode.Scalar, group name: String, of source: NginxCaptureSource,
    open: Set<String>
  ) -> [String]? {
    guard let contents = source.contents, let number = contents.number(of: name),
      contents.canHold(scalar, in: number)
    else { return nil }
    let subject = source.subject.lazy.compactMap { path(to: scalar, from: $0, open: open) }.first
    return subject.map { [name] + $0 }
  }

  /// Variables that hold the path decoded, so that `%0A` in it is a line feed.
  private static let decoded: Set<String> = [
    "uri", "document_uri", "request_filename", "fastcgi_script_name", "fastcgi_path_info",
    "request_body",
  ]

  /// Variables of the client whose values nginx itself keeps to a few.
  private static let bounded: Set<String> = [
    "ancient_browser", "content_length", "http2", "http3", "is_args", "is_request_port",
    "modern_browser", "msie", "request_method", "request_port", "server_protocol",
    "ssl_alpn_protocol",
  ]

  private static func isClientText(_ name: String, holding scalar: Unicode.Scalar) -> Bool {
    guard NginxOrigin.ofBuiltIn(name) == .client, !bounded.contains(name) else { return false }
    // Everything else arrives as one line: a header or an encoded path cannot hold a line end.
    return scalar == "\n" || scalar == "\r" ? decoded.contains(name) : true
  }
}
