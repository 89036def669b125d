import Assessment
import SourceText

/// Writes all settings of a policy with what decided each of them.
public struct PolicyListing: Sendable {
  /// The version of the JSON form; a change that could break a reader raises the first number.
  public static let schemaVersion = "1.0"

  private let settings: [PolicySetting]
  private let file: String?

  /// The `settings` that count where the policy file at `file`, if there is one, is used.
  public init(_ settings: [PolicySetting], file: String?) {
    self.settings = settings
    self.file = file
  }

  /// A table for people.
  public var text: String {
    var table = TerminalTable(
      columns: [.init("setting"), .init("value"), .init("decided by")])
    for setting in settings {
      let note: Fragment<Terminal> = setting.note.map { " (\($0))" } ?? ""
      table.row([
        ("\(setting.name)", nil), ("\(setting.value.inWords)", nil),
        ("\(setting.origin.inWords)\(note)", nil),
      ])
    }
    var page = TerminalPage(style: HumanStyle())
    page.line(file.map { "policy file: \($0)" } ?? "no policy file")
    page.line()
    for row in table.lines(style: HumanStyle()) { page.line(row) }
    return page.content.text
  }

  /// The same for programs.
  public var json: String {
    JSONWriter.text { json in
      json.member("schemaVersion", Self.schemaVersion)
      if let file { json.member("policyFile", file) } else { json.null("policyFile") }
      json.rows("settings", settings) { setting, json in
        json.member("name", setting.name)
        switch setting.value {
        case .text(let text): json.member("value", text)
        case .number(let number): json.member("value", number: PolicySetting.Value.plain(number))
        case .flag(let flag): json.member("value", flag)
        case .list(let elements): json.array("value", elements)
        }
        json.member("note", setting.note)
        json.object("origin") { $0.origin(setting.origin) }
      }
    }
  }
}

extension PolicySetting.Value {
  fileprivate var inWords: String {
    switch self {
    case .text(let text): text
    case .number(let number): Self.plain(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let elements): elements.joined(separator: ", ")
    }
  }

  /// The number without a fraction that says nothing.
  fileprivate static func plain(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}

extension PolicySetting.Origin {
  fileprivate var inWords: String {
    switch self {
    case .usual: "default"
    case .profile(let profile): "profile \(profile.rawValue)"
    case .file(let location):
      "\(location.path):\(location.start.line):\(location.start.column)"
    case .commandLine(let option): "command line (\(option))"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func origin(_ origin: PolicySetting.Origin) {
    switch origin {
    case .usual: member("kind", "default")
    case .profile(let profile):
      member("kind", "profile")
      member("profile", profile.rawValue)
    case .file(let location):
      member("kind", "file")
      member("path", location.path)
      member("line", location.start.line)
      member("column", location.start.column)
    case .commandLine(let option):
      member("kind", "command-line")
      member("option", option)
    }
  }
}
