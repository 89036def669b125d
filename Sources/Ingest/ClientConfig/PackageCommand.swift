import Estate
import SourceText
import Syntax

/// Finds the package or image that a command line starts, and whether it names one exact release.
enum PackageCommand {
  /// A runner, the registry it asks, and its options that take a value of their own.
  private struct Runner {
    let registry: String
    let words: [String]
    let valued: Set<String>
    let packageOptions: Set<String>
  }

  private static let runners: [Runner] = [
    Runner(
      registry: "npm", words: ["npx"], valued: ["-c", "--call", "-w", "--workspace"],
      packageOptions: ["-p", "--package"]),
    Runner(registry: "npm", words: ["bunx"], valued: [], packageOptions: ["-p", "--package"]),
    Runner(registry: "npm", words: ["bun", "x"], valued: [], packageOptions: []),
    Runner(
      registry: "npm", words: ["npm", "exec"], valued: [], packageOptions: ["-p", "--package"]),
    Runner(registry: "npm", words: ["pnpm", "dlx"], valued: [], packageOptions: ["--package"]),
    Runner(registry: "npm", words: ["pnpx"], valued: [], packageOptions: []),
    Runner(
      registry: "npm", words: ["yarn", "dlx"], valued: [], packageOptions: ["-p", "--package"]),
    Runner(
      registry: "pypi", words: ["uvx"],
      valued: [
        "--with", "--python", "-p", "--index", "--index-url", "--extra-index-url", "--directory",
      ],
      packageOptions: ["--from"]),
    Runner(
      registry: "pypi", words: ["uv", "tool", "run"], valued: ["--with", "--python", "-p"],
      packageOptions: ["--from"]),
    Runner(
      registry: "pypi", words: ["pipx", "run"], valued: ["--python", "--index-url"],
      packageOptions: ["--spec"]),
  ]

  private typealias Word = (text: String, span: SourceSpan)

  /// The package that `command` with `arguments` starts; `nil` where it starts none.
  static func package(command: Node?, arguments: Node?) -> PackageReference? {
    var words: [Word] = command.elementsOrTexts.flatMap { part in
      (part.string ?? "").split(separator: " ").map { (String($0), part.span) }
    }
    for argument in arguments.map({ Array($0.elements) }) ?? [] {
      if let text = argument.scalarText { words.append((text, argument.span)) }
    }
    guard let first = words.first else { return nil }
    words[0].text = executable(first.text)
    // Windows starts scripts through its shell.
    if words.count > 2, words[0].text == "cmd", words[1].text.lowercased() == "/c" {
      words.removeFirst(2)
      words[0].text = executable(words[0].text)
    }
    if let script = script(of: words) {
      return script.lazy.compactMap { package(startedBy: $0) }.first
    }
    return package(startedBy: words)
  }

  /// Shells that take a script as an argument of `-c`.
  private static let shells: Set<String> = ["sh", "bash", "zsh", "dash", "ash", "ksh"]

  /// The commands of the script that `words` hand to a shell, as in `bash -lc "exec npx -y package"`; `nil` where
  /// they start no shell.
  private static func script(of words: [Word]) -> [[Word]]? {
    guard words.count > 2, shells.contains(words[0].text), words[1].text.hasPrefix("-"),
      words[1].text.hasSuffix("c")
    else { return nil }
    let parts = words.dropFirst(2).flatMap { word in
      word.text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map { part in
        (text: String(part.filter { $0 != "\"" && $0 != "'" }), span: word.span)
      }
    }
    return parts.split { ["&&", "||", ";", "|"].contains($0.text) }.map { command in
      // `exec`, and variables that are set for the command alone.
      var command = Array(command.drop { $0.text == "exec" || $0.text.contains("=") })
      if let first = command.first { command[0].text = executable(first.text) }
      return command
    }
  }

  private static func package(startedBy words: [Word]) -> PackageReference? {
    guard !words.isEmpty else { return nil }
    if ["docker", "podman", "nerdctl"].contains(words[0].text) { return image(in: words) }
    for runner in runners where words.map(\.text).starts(with: runner.words) {
      return package(in: Array(words.dropFirst(runner.words.count)), by: runner)
    }
    return nil
  }

  private static func executable(_ path: String) -> String {
    var name = String(path.split { $0 == "/" || $0 == "\\" }.last ?? Substring(path))
    for suffix in [".exe", ".cmd"] where name.hasSuffix(suffix) {
      name.removeLast(suffix.count)
    }
    return name
  }

  private static func package(
    in words: [Word], by runner: Runner
  ) -> PackageReference? {
    var index = 0
    while index < words.count {
      let (word, span) = words[index]
      if let equals = word.firstIndex(of: "="), word.hasPrefix("--"),
        runner.packageOptions.contains(String(word[..<equals]))
      {
        return reference(String(word[word.index(after: equals)...]), span, runner.registry)
      }
      if runner.packageOptions.contains(word), index + 1 < words.count {
        return reference(words[index + 1].text, words[index + 1].span, runner.registry)
      }
      if runner.valued.contains(word) {
        index += 2
      } else if word.hasPrefix("-") {
        index += 1
      } else {
        return reference(word, span, runner.registry)
      }
    }
    return nil
  }

  private static func reference(
    _ text: String, _ span: SourceSpan, _ registry: String
  ) -> PackageReference? {
    // A path is the team's own code, and reviewed with it.
    guard !text.hasPrefix("."), !text.hasPrefix("/"), !text.hasPrefix("~") else { return nil }
    let (pin, reason) = PackagePin.judge(text, registry: registry)
    return PackageReference(
      registry: registry, identifier: Evidence(text, at: span, grade: .configured), pin: pin,
      floatingReason: reason)
  }

  /// Options of `docker run` that take no value of their own.
  private static let dockerFlags: Set<String> = [
    "-i", "-t", "-it", "-ti", "-d", "--rm", "--init", "--privileged", "--read-only",
    "--interactive", "--tty", "--detach", "-P", "--publish-all", "--no-healthcheck", "-q",
    "--quiet", "--oom-kill-disable", "--sig-proxy",
  ]

  /// The image that `docker run` starts.
  private static func image(in words: [Word]) -> PackageReference? {
    guard let run = words.firstIndex(where: { $0.text == "run" }) else { return nil }
    var index = run + 1
    while index < words.count {
      let (word, span) = words[index]
      if !word.hasPrefix("-") {
        let (pin, reason) = PackagePin.judgeImage(word)
        return PackageReference(
          registry: "oci", identifier: Evidence(word, at: span, grade: .configured), pin: pin,
          floatingReason: reason)
      }
      index += dockerFlags.contains(word) || word.contains("=") ? 1 : 2
    }
    return nil
  }
}
