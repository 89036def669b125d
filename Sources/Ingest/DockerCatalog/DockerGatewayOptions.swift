import Estate
import SourceText
import Syntax

/// The options with which Docker's gateway is started.
struct DockerGatewayOptions {
  /// A word of a command line.
  typealias Word = (text: String, span: SourceSpan)

  private let given: [(name: String, value: Evidence<String>)]

  /// Reads the `command` of a service, a list of words or one text.
  init(command: Node?) {
    self.init(
      words: command.elementsOrTexts.flatMap { node in
        (node.scalarText ?? "").split(separator: " ").map { (String($0), node.span) }
      })
  }

  /// Reads `words`, each an option, or the value of the option before it.
  init(words: [Word]) {
    var given: [(name: String, value: Evidence<String>)] = []
    var announced: (name: String, span: SourceSpan)?
    for word in words {
      if !word.text.hasPrefix("--"), let name = announced {
        given.append((name.name, Evidence(word.text, at: word.span, grade: .configured)))
        announced = nil
        continue
      }
      if let name = announced {
        given.append((name.name, Evidence("true", at: name.span, grade: .configured)))
      }
      announced = nil
      let option = word.text.drop { $0 == "-" }
      if let sign = option.firstIndex(of: "=") {
        let value = String(option[option.index(after: sign)...])
        given.append(
          (String(option[..<sign]), Evidence(value, at: word.span, grade: .configured)))
      } else {
        announced = (String(option), word.span)
      }
    }
    if let announced {
      given.append((announced.name, Evidence("true", at: announced.span, grade: .configured)))
    }
    self.given = given
  }

  /// The servers that are named to be started.
  var servers: [Evidence<String>] { list("servers") }

  /// The last value of `name`.
  func value(_ name: String) -> Evidence<String>? { given.last { $0.name == name }?.value }

  /// Where the option `name` stands, which needs no value.
  func switchedOn(_ name: String) -> SourceSpan? {
    value(name).flatMap { $0.value == "false" ? nil : $0.span }
  }

  /// The values of `name`, which may be given several times and hold several values each.
  func list(_ name: String) -> [Evidence<String>] {
    given.filter { $0.name == name }.flatMap { option in
      option.value.value.split(separator: ",").map { part in option.value.map { _ in String(part) }
      }
    }
  }

  /// The tools of `server` that are shown, `*` for all of them; unstated where no tool of any server is named.
  ///
  /// A tool is named alone or behind its server, as in `ledger:get_entry`.
  func tools(of server: String) -> Stated<[String]> {
    let named = list("tools")
    let own = named.compactMap { tool -> String? in
      guard let colon = tool.value.firstIndex(of: ":") else { return tool.value }
      guard tool.value[..<colon] == server else { return nil }
      return String(tool.value[tool.value.index(after: colon)...])
    }
    guard let first = named.first else { return Stated() }
    return Stated(own.isEmpty ? named.map(\.value) : own, at: first.span, grade: .configured)
  }
}
