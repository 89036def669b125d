import Estate
import SourceText
import Syntax

extension RegistryEntryAdapter {
  /// What the fixed arguments of `package` start in its place: the package, its image or a repository at a
  /// release that floats.
  ///
  /// Generated entries give the whole command line of `docker run` or `uvx` as arguments, with another release
  /// than `version` says. Values that a user fills in say nothing.
  static func floatingStarts(of package: Node, called identifier: String, from registry: String)
    -> [PackageReference]
  {
    arguments(of: package)
      .compactMap { $0["value"] }
      .flatMap { value in
        (value.string ?? "").split(separator: " ").compactMap { word in
          guard isStart(word, of: identifier, from: registry) else { return nil }
          let judged = PackagePin.judge(
            String(word), registry: word.hasPrefix("git+") ? "git" : registry)
          guard let reason = judged.floats else { return nil }
          return PackageReference(
            registry: registry,
            identifier: Evidence(String(word), at: value.span, grade: .configured),
            pin: nil, floatingReason: reason)
        }
      }
  }

  private static func arguments(of package: Node) -> [Node] {
    ["runtimeArguments", "runtime_arguments", "packageArguments", "package_arguments"]
      .flatMap { key in package[key].map { Array($0.elements) } ?? [] }
  }

  /// The options by which the command line of `package` hands over a credential.
  static func credentialArguments(of package: Node) -> [Evidence<String>] {
    let arguments = arguments(of: package)
    return arguments.indices.compactMap { index in
      let option = arguments[index]["name"]?.string ?? ""
      let value = arguments[index]["value"]
      let place = (arguments[index]["name"] ?? value ?? arguments[index]).span
      // `-e` may also be an argument of its own, with the variable as the next one.
      let before = index > 0 ? arguments[index - 1]["value"]?.string : nil
      if variableOptions.contains(option) || before.map(variableOptions.contains) ?? false {
        let name = value?.string.flatMap(CredentialArguments.variable(setBy:))
        return name.map { Evidence("-e " + $0, at: value?.span ?? place, grade: .configured) }
      }
      let isSecret = (arguments[index]["isSecret"] ?? arguments[index]["is_secret"])?.boolean
      guard isSecret == true || CredentialArguments.takesCredential(option) else { return nil }
      let name = option.isEmpty ? arguments[index]["valueHint"]?.string ?? "an argument" : option
      return Evidence(name, at: place, grade: .configured)
    }
  }

  private static let variableOptions: Set<String> = ["-e", "--env"]

  /// Whether `word` is a repository, or `identifier` with a release of its own.
  private static func isStart(
    _ word: Substring, of identifier: String, from registry: String
  ) -> Bool {
    if word.hasPrefix("git+") { return true }
    guard registry == "oci" else {
      return word.hasPrefix(identifier + "@") || word.hasPrefix(identifier + "==")
    }
    return word.contains(":") && imageName(word) == imageName(identifier[...])
  }

  /// The last part of the name of an image, in which writers of entries take `_` and `-` for each other.
  private static func imageName(_ image: Substring) -> String {
    let name = image.split(separator: "/").last ?? image
    return String(name.prefix { $0 != ":" && $0 != "@" }.map { $0 == "_" ? "-" : $0 })
  }
}
