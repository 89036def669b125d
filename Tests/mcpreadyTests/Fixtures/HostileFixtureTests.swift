import FoundationEssentials
import Reporting
import TestSupport
import Testing

@testable import mcpready

/// `Fixtures/hostile` tries to act in every format, and does nothing in any.
struct HostileFixtureTests {
  /// The reports in every format, and the files of an evidence bundle, by name.
  private static let texts = Task<[String: String], any Error> {
    let folder = try TemporaryFolder()
    let estate = SharedFolder.packageRoot + "/Fixtures/hostile"
    let outputs = ReportFormat.allCases.flatMap {
      ["--out", "\($0.rawValue)=\(folder.path)/\($0.rawValue)"]
    }
    let result = await Mcpready.run(
      ["check", estate, "--at", "2026-11-21"] + outputs, in: Surroundings())
    var texts = ["stdout": result.output]
    for format in ReportFormat.allCases {
      texts[format.rawValue] = try text(at: "\(folder.path)/\(format.rawValue)")
    }
    let bundle = folder.path + "/bundle"
    let created = await Mcpready.run(
      ["evidence", "create", estate, "--at", "2026-11-21", "--hashes-only", "--out", bundle],
      in: Surroundings())
    texts["evidence stdout"] = created.output
    for name in ["controls.csv", "controls.md", "statement.intoto.json", "README.md"] {
      texts[name] = try text(at: bundle + "/" + name)
    }
    let trend = await Mcpready.run(
      ["metrics", "--history", "\(folder.path)/json", "--format", "csv"], in: Surroundings())
    texts["metrics.csv"] = trend.output
    return texts
  }

  private static func text(at path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  private func text(_ name: String) async throws -> String {
    try #require(try await Self.texts.value[name])
  }

  @Test func `the estate's texts are in the reports`() async throws {
    for (name, text) in try await Self.texts.value where name != "metrics.csv" {
      #expect(text.utf8.count > 200, "\(name)")
    }
    let json = try await text("json")
    for part in [
      "onerror=alert(1)", "HYPERLINK", "javascript:alert(1)", "octocat",
    ] {
      #expect(json.contains(part), "\(part)")
    }
  }

  @Test func `no report holds a hidden character`() async throws {
    for (name, text) in try await Self.texts.value {
      let hidden = text.unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        case .control: !["\n", "\r"].contains(scalar)
        case .format, .lineSeparator, .paragraphSeparator, .privateUse: true
        default: scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{FE0F}"
        }
      }
      #expect(hidden.isEmpty, "\(name)")
    }
  }

  @Test func `no report gives orders to the runner in whose log it is printed`() async throws {
    for (name, text) in try await Self.texts.value {
      #expect(!text.contains("##["), "\(name)")
      #expect(!text.contains("##vso["), "\(name)")
      for line in text.split(whereSeparator: \.isNewline) {
        let line = line.drop(while: \.isWhitespace)
        // `:::` marks a second place; runners want the name of a command there.
        guard line.hasPrefix("::"), line.dropFirst(2).first?.isLetter ?? false else { continue }
        let ours = ["::error ", "::warning ", "::notice "]
        #expect(name == "github" && ours.contains { line.hasPrefix($0) }, "\(name): \(line)")
      }
    }
  }

  @Test func `a workflow command has the properties that we give it`() async throws {
    for line in try await text("github").split(separator: "\n") {
      let properties = line.dropFirst(2).split(separator: "::", maxSplits: 1)[0]
        .split(separator: " ", maxSplits: 1).dropFirst().joined()
      for property in properties.split(separator: ",") {
        let name = property.prefix { $0 != "=" }
        #expect(
          ["file", "line", "endLine", "col", "endColumn", "title"].contains(String(name)),
          "\(line)")
      }
    }
  }

  @Test(arguments: ["markdown", "summary", "controls.md", "README.md"])
  func `nothing is linked, mentioned or embedded in Markdown`(name: String) async throws {
    let live = Self.live(try await text(name))
    for attack in [
      "<img", "<script", "<a ", "](", "@octocat", "#123", "GH-1", "http://evil", "https://evil",
      "www.evil", "<http", "${{",
    ] {
      #expect(!live.contains(attack), "\(attack)")
    }
  }

  @Test func `a table of Markdown keeps its columns`() async throws {
    for name in ["markdown", "summary", "controls.md"] {
      var columns = 0
      for line in try await text(name).split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.hasPrefix("|") else {
          columns = 0
          continue
        }
        let count = line.replacing("\\|", with: "").count { $0 == "|" }
        #expect(columns == 0 || count == columns, "\(name): \(line)")
        columns = count
      }
    }
  }

  @Test(arguments: ["html", "junit"])
  func `nothing is markup in HTML and XML`(name: String) async throws {
    let text = try await text(name)
    for attack in ["<img", "<a href=\"javascript", "<failure/>", "]]>", "<b>", "</table><script"] {
      #expect(!text.contains(attack), "\(attack)")
    }
    #expect(!text.contains("onerror=alert(1)>"))
  }

  @Test(arguments: ["controls.csv", "metrics.csv"])
  func `no field is a formula`(name: String) async throws {
    for line in try await text(name).split(whereSeparator: \.isNewline) {
      for start in line.indices
      where start == line.startIndex || line[line.index(before: start)] == "," {
        let field = line[start...].drop { $0 == "\"" }
        // Behind a comma within a field, nothing begins a formula either, because it is quoted.
        guard line[start] == "\"" || start == line.startIndex, let first = field.first else {
          continue
        }
        #expect(!"=+-@\t".contains(first) || line[start...].hasPrefix("\"\""), "\(line)")
      }
    }
  }

  @Test func `links in SARIF lead to related locations only`() async throws {
    let log = try JSONDecoder().decode(Log.self, from: Data(try await text("sarif").utf8))
    for text in log.messages {
      var rest = text[...]
      while let link = rest.firstRange(of: "](") {
        let isEscaped = rest[..<link.lowerBound].hasSuffix("\\")
        let target = rest[link.upperBound...].prefix { $0 != ")" }
        #expect(isEscaped || Int(target) != nil, "\(text)")
        rest = rest[link.upperBound...]
      }
    }
    #expect(log.messages.contains { $0.contains(#"\[click\](javascript"#) })
  }

  /// The messages of a SARIF log.
  private struct Log: Decodable {
    struct Message: Decodable { let text: String }
    struct Carrier: Decodable { let message: Message }
    struct Invocation: Decodable { let toolExecutionNotifications: [Carrier] }
    struct Run: Decodable {
      let results: [Carrier]
      let invocations: [Invocation]
    }
    let runs: [Run]

    var messages: [String] {
      runs.flatMap { run in
        (run.results + run.invocations.flatMap(\.toolExecutionNotifications)).map(\.message.text)
      }
    }
  }

  @Test func `a long name is cut with a count`() async throws {
    for name in ["stdout", "markdown", "junit", "github"] {
      let text = try await text(name)
      #expect(!text.contains(String(repeating: "A", count: 1_100)), "\(name)")
    }
    #expect(try await text("markdown").utf8.count <= 65_536)
  }

  /// What of `markdown` is not code, not HTML and not escaped.
  private static func live(_ markdown: String) -> String {
    var live = ""
    var isFenced = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("~~~~") {
        isFenced.toggle()
        continue
      }
      // A line that begins with `<details>` is HTML to its end, and no Markdown (CommonMark 4.6).
      guard !isFenced, !line.hasPrefix("<details>") else { continue }
      var isCode = false
      var isEscaped = false
      for character in line {
        if isEscaped {
          isEscaped = false
          live.append(" ")
        } else if character == "\\", !isCode {
          isEscaped = true
        } else if character == "`" {
          isCode.toggle()
        } else if !isCode {
          live.append(character)
        }
      }
      live.append("\n")
    }
    return live
  }
}
