import Foundation
import SourceText
import Syntax
import TestSupport

/// Reads the labelled sets and the benign catalogs of the shared folder.
enum LabelledSets {
  /// Every set whose files are there; the others are named on a line of their own.
  static func all() -> [LabelledSet] {
    [
      guardbench(), exploits(), threatRules(), poisonedEvents(), shadowingEvents(), jumpedLines(),
      catalogs("tools-list", isDevelopedOn: true), catalogs("docker-catalog", isDevelopedOn: false),
    ].compactMap { $0 }
  }

  // MARK: Labelled sets

  /// Frames of `tools/list`, of which one poisoned tool makes the frame an attack.
  private static func guardbench() -> LabelledSet? {
    lines(of: "labelled/getmcpm+mcp-guardbench/cases.jsonl").map { lines in
      LabelledSet(
        name: "mcp-guardbench", isDevelopedOn: true,
        cases: lines.compactMap { line in
          guard let message = line["message"]?["result"] else { return nil }
          return LabelledCase(
            name: text(line["id"]), isAttack: line["label"]?.string == "malicious",
            document: source(of: message))
        })
    }
  }

  /// Client configurations with tools in them.
  private static func exploits() -> LabelledSet? {
    let folders = [("exploits", true), ("real_servers", false)]
    var cases: [LabelledCase] = []
    for (folder, isAttack) in folders {
      guard let path = SharedFolder.path("labelled/adudley78+mcp-audit/\(folder)") else {
        return nil
      }
      for file in files(below: path, endingIn: ".json") {
        cases.append(
          LabelledCase(
            name: (file as NSString).lastPathComponent, isAttack: isAttack, document: content(file))
        )
      }
    }
    return LabelledSet(name: "mcp-audit", isDevelopedOn: true, cases: cases)
  }

  /// Single descriptions.
  private static func threatRules() -> LabelledSet? {
    lines(of: "labelled/Agent-Threat-Rule+agent-threat-rules/cases.jsonl").map { lines in
      LabelledSet(
        name: "agent-threat-rules", isDevelopedOn: false,
        cases: lines.filter { $0["kind"]?.string == "tool_description" }.map { line in
          described(
            text(line["id"]), isAttack: line["label"]?.string == "malicious", as: "a_tool",
            text(line["text"]))
        })
    }
  }

  /// The names in a set without labels whose descriptions are honest, as read by a person.
  private static let honestTools: Set<String> = [
    "file_reader", "validator", "converter", "logger", "scanner",
  ]

  private static func poisonedEvents() -> LabelledSet? {
    lines(of: "labelled/SAFE-MCP+safe-mcp/SAFE-T1001.test-logs.json").map { lines in
      LabelledSet(
        name: "safe-mcp T1001", isDevelopedOn: true,
        cases: lines.map { line in
          let name = text(line["tool_name"])
          return described(
            name, isAttack: !honestTools.contains(name), as: name, text(line["tool_description"]))
        })
    }
  }

  /// Events in groups that are named after attacks; one group is of honest tools.
  private static func shadowingEvents() -> LabelledSet? {
    document("labelled/SAFE-MCP+safe-mcp/SAFE-T1008.test-logs.json").map { root in
      LabelledSet(
        name: "safe-mcp T1008", isDevelopedOn: false,
        cases: root.members.flatMap { group, events in
          events.elements.enumerated().map { index, event in
            described(
              "\(text(group))[\(index)]", isAttack: group.string != "legitimate_tools",
              as: text(event["tool_name"]), text(event["tool_description"]))
          }
        })
    }
  }

  /// Texts that reached a model's context.
  private static func jumpedLines() -> LabelledSet? {
    document("labelled/SAFE-MCP+safe-mcp/SAFE-T1401.test-logs.json").map { root in
      LabelledSet(
        name: "safe-mcp T1401", isDevelopedOn: false,
        cases: root.elements.map { event in
          described(
            text(event["test_case"]), isAttack: event["expected_detection"]?.boolean == true,
            as: "a_tool", text(event["log_entry"]?["context_content"]))
        })
    }
  }

  // MARK: Benign catalogs

  private static func catalogs(_ folder: String, isDevelopedOn: Bool) -> LabelledSet? {
    guard let path = SharedFolder.path("corpus/\(folder)") else { return nil }
    var cases: [LabelledCase] = []
    for file in files(below: path, endingIn: ".json") where !file.hasSuffix("labels.json") {
      guard let root = parsed(content(file), at: file) else { continue }
      let tools = root.kind == .sequence ? root : root["tools"]
      for tool in tools.map({ Array($0.elements) }) ?? [root] {
        let place = file.dropFirst(path.count + 1)
        cases.append(
          LabelledCase(
            name: "\(place) \(text(tool["name"]))", isAttack: false,
            document: "{\"tools\": [\(source(of: tool))]}"))
      }
    }
    return LabelledSet(name: folder, isDevelopedOn: isDevelopedOn, cases: cases)
  }

  // MARK: Files

  private static func described(
    _ name: String, isAttack: Bool, as tool: String, _ description: String
  ) -> LabelledCase {
    LabelledCase(
      name: name, isAttack: isAttack,
      document: "{\"tools\": [{\"name\": \(quoted(tool)), \"description\": \(quoted(description)), "
        + "\"inputSchema\": {\"type\": \"object\"}}]}")
  }

  private static func lines(of subpath: String) -> [Node]? {
    SharedFolder.path(subpath).map { path in
      content(path).split(separator: "\n").compactMap { parsed(String($0), at: subpath) }
    }
  }

  private static func document(_ subpath: String) -> Node? {
    SharedFolder.path(subpath).flatMap { parsed(content($0), at: subpath) }
  }

  private static func content(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }

  private static func parsed(_ text: String, at path: String) -> Node? {
    let source = SourceFile(id: SourceID(index: 0), path: path, bytes: Array(text.utf8))
    do {
      return try JSONParser.parse(source).root
    } catch {
      print("  \(path) is no JSON and is left out: \(error)")
      return nil
    }
  }

  private static func files(below path: String, endingIn suffix: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted().map { path + "/" + $0 }
  }

  private static func text(_ node: Node?) -> String { node?.scalarText ?? "" }

  private static func source(of node: Node) -> String {
    node.tree.source.text(in: node.span.range)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
