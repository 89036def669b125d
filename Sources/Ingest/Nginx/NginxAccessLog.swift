import SourceText
import Syntax

/// The form of the lines of an access log.
struct NginxLogFormat: Hashable, Sendable {
  /// One field of a JSON line.
  struct Field: Hashable, Sendable {
    let name: String
    /// The names of the variables that give its value.
    let variables: [String]
  }

  let name: String

  /// How nginx escapes variables: `default`, `json` or `none`.
  let escape: String

  /// The line, all pieces joined.
  let text: String

  /// The names of all variables, in order.
  let variables: [String]

  /// The words that the line is written in; none of `combined`.
  var words: [NginxWord] = []

  /// The directive; `nil` for `combined`, which nginx defines itself.
  let span: SourceSpan?

  /// Whether the line is written as one JSON object.
  var isJSON: Bool {
    text.first { $0 != " " && $0 != "\n" && $0 != "\t" } == "{"
      && text.last { $0 != " " && $0 != "\n" && $0 != "\t" } == "}"
  }

  /// Whether the line stays one JSON object whatever the client sends.
  var isSoundJSON: Bool { isJSON && escape == "json" }

  /// The format that nginx uses where an `access_log` names none.
  static let combined = NginxLogFormat(
    name: "combined", escape: "default",
    text: "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent "
      + "\"$http_referer\" \"$http_user_agent\"",
    variables: [
      "remote_addr", "remote_user", "time_local", "request", "status", "body_bytes_sent",
      "http_referer", "http_user_agent",
    ], span: nil)

  private init(
    name: String, escape: String, text: String, variables: [String], span: SourceSpan?
  ) {
    self.name = name
    self.escape = escape
    self.text = text
    self.variables = variables
    self.span = span
  }

  /// The format that a `log_format` defines; `nil` for any other directive.
  init?(_ directive: NginxDirective) {
    guard directive.is("log_format"), let name = directive.arguments.first else { return nil }
    var words = directive.arguments.dropFirst()
    var escape = "default"
    if let first = words.first, first.text.hasPrefix("escape=") {
      escape = String(first.text.dropFirst("escape=".count))
      words = words.dropFirst()
    }
    self.init(
      name: name.text, escape: escape, text: words.map(\.text).joined(),
      variables: words.flatMap { $0.variables.map(\.name) }, span: directive.span)
    self.words = Array(words)
  }

  /// The fields of a JSON line, those of inner objects included, in order; empty for other formats.
  var fields: [Field] {
    guard isJSON else { return [] }
    var fields: [Field] = []
    var variables: [String] = []
    var name: String?
    var lastString: String?
    let characters = Array(text)
    var cursor = 0
    func finish() {
      if let name { fields.append(Field(name: name, variables: variables)) }
      variables = []
      name = nil
    }
    while cursor < characters.count {
      switch characters[cursor] {
      case "\"":
        var string = ""
        cursor += 1
        while cursor < characters.count, characters[cursor] != "\"" {
          if characters[cursor] == "\\" { cursor += 1 }
          if cursor < characters.count { string.append(characters[cursor]) }
          cursor += 1
        }
        lastString = string
        if name != nil { variables += Self.variables(in: string) }
      case ":" where name == nil:
        name = lastString
      case ",", "}", "{":
        finish()
      case "$":
        variables += Self.variables(in: String(characters[cursor...].prefix(64))).prefix(1)
      default: break
      }
      cursor += 1
    }
    finish()
    return fields
  }

  private static func variables(in text: String) -> [String] {
    text.split(separator: "$", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      let bare = piece.first == "{" ? piece.dropFirst() : piece
      let name = bare.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      return name.isEmpty ? nil : String(name)
    }
  }
}

/// One access log of a location.
struct NginxAccessLog: Sendable {
  enum Target: Hashable, Sendable {
    case off
    case file(String)
    case syslog(String)
  }

  /// The directive; `nil` where nginx's default holds.
  let setting: NginxSetting?

  let target: Target

  /// The name of the format.
  let formatName: String

  /// The format; `nil` where none of that name is defined.
  let format: NginxLogFormat?

  /// The condition without which a request is not logged, such as `$loggable`.
  let condition: String?
}

extension NginxLocation {
  /// The access logs that requests are written to; one whose target is `off` switches all of them off.
  var accessLogs: [NginxAccessLog] {
    let settings = settings("access_log")
    guard !settings.isEmpty else {
      return [
        NginxAccessLog(
          setting: nil, target: .file("logs/access.log"), formatName: "combined", format: .combined,
          condition: nil)
      ]
    }
    let logs = settings.map(accessLog)
    return logs.first { $0.target == .off }.map { [$0] } ?? logs
  }

  private func accessLog(_ setting: NginxSetting) -> NginxAccessLog {
    let values = setting.values
    let target: NginxAccessLog.Target
    if setting.isOff {
      target = .off
    } else if setting.value.hasPrefix("syslog:") {
      target = .syslog(String(setting.value.dropFirst("syslog:".count)))
    } else {
      target = .file(setting.value)
    }
    let name = values.dropFirst().first.flatMap { $0.contains("=") ? nil : $0 } ?? "combined"
    return NginxAccessLog(
      setting: setting, target: target, formatName: name,
      format: configuration.logFormats[name], condition: setting.parameter("if"))
  }
}
