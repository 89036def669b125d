import Estate
import SourceText
import Syntax

/// Finds options of a command line by which a credential is handed over, where every process of the host
/// can read it; the credential itself is not looked at.
enum CredentialArguments {
  /// The options of `arguments`, such as `--api-key`, each with the place that holds its value.
  static func options(of arguments: Node?) -> [Evidence<String>] {
    let words = arguments.map { Array($0.elements) } ?? []
    var found: [Evidence<String>] = []
    for (index, node) in words.enumerated() {
      guard let text = node.scalarText, text.hasPrefix("-") else { continue }
      let name = String(text.prefix { $0 != "=" })
      guard takesCredential(name) else { continue }
      if name.count < text.count {
        found.append(Evidence(name, at: node.span, grade: .configured))
      } else if index + 1 < words.count, let value = words[index + 1].scalarText,
        !value.hasPrefix("-")
      {
        found.append(Evidence(name, at: words[index + 1].span, grade: .configured))
      }
    }
    return found
  }

  /// The variables that `text`, the value of `--env` or `-e`, sets to a credential on the command line, where
  /// `--env NAME` alone would take it from the environment.
  static func variable(setBy text: String) -> String? {
    guard let equals = text.firstIndex(of: "="), equals != text.index(before: text.endIndex) else {
      return nil
    }
    let name = String(text[..<equals])
    return SecretName(name) == nil ? nil : name
  }

  private static let lastWords: Set<String> = [
    "token", "secret", "password", "passwd", "apikey", "pat", "credential", "credentials",
  ]
  private static let keysOf: Set<String> = ["api", "access", "secret", "auth"]

  /// Whether `option` is named after a credential, and not after a file or a limit (`--token-file`).
  static func takesCredential(_ option: String) -> Bool {
    let words = option.lowercased().split { $0 == "-" || $0 == "_" || $0 == "." }.map(String.init)
    guard let last = words.last else { return false }
    if lastWords.contains(last) { return true }
    return last == "key" && words.dropLast().last.map(keysOf.contains) ?? false
  }
}
