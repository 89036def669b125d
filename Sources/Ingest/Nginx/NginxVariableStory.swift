/// Tells people where the value of a variable comes from.
struct NginxVariableStory {
  private let path: [String]

  /// The story of `path`, from the variable that a directive names to the one that the client decides.
  init(_ path: [String]) {
    self.path = path.reduce(into: []) { names, name in
      if names.last != name { names.append(name) }
    }
  }

  /// Such as "`$proxy_host` is set from `$2`, which is captured from the request".
  var text: String {
    guard let first = path.first, let last = path.last else { return "a variable" }
    guard path.count > 1 else { return "`$\(first)` is \(Self.meaning(of: first))" }
    // The text that a group is matched against says more than the group's number.
    let inner = path.dropFirst().map { "`$\($0)`" }.joined(separator: ", from ")
    return "`$\(first)` takes its value from \(inner), which is \(Self.meaning(of: last))"
  }

  private static func meaning(of name: String) -> String {
    let parts: [(prefix: String, what: String)] = [
      ("http_", "the client's header"), ("arg_", "the client's query argument"),
      ("cookie_", "the client's cookie"),
    ]
    for (prefix, what) in parts where name.hasPrefix(prefix) {
      let bare = String(name.dropFirst(prefix.utf8.count))
      return what + " `" + (prefix == "http_" ? headerName(bare) : bare) + "`"
    }
    switch name {
    case "uri", "document_uri": return "the decoded path of the client's request"
    case "request_uri": return "the path of the client's request"
    case "args", "query_string": return "the query that the client writes"
    case "host": return "the host that the client names"
    case "request_body": return "the body that the client sends"
    default: return "what the client writes"
    }
  }

  private static func headerName(_ variable: String) -> String {
    variable.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: "-")
  }
}
