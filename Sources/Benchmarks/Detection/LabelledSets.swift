import Foundation
import Syntax

/// The labelled sets and the benign catalogs below one folder, which holds `labelled` and `corpus`.
struct LabelledSets {
  private let root: String

  /// Folders of sets whose rows were read while the lexicon and the grammar were written.
  private static let developedOn: Set<String> = ["getmcpm+mcp-guardbench"]

  /// The sets below `root`.
  init(below root: String) {
    self.root = root
  }

  /// Every set whose files are there, sorted by folder.
  func all() -> [LabelledSet] {
    let folders = CaseFiles.files(below: root + "/labelled", endingIn: "/cases.jsonl")
    let rows = folders.compactMap { rowSet($0) }
    let catalogs = [
      catalog("tools-list", isDevelopedOn: true), catalog("docker-catalog", isDevelopedOn: true),
    ]
    return (rows + [configurations()] + events() + catalogs).compactMap { $0 }
  }

  // MARK: Rows of a file

  /// A set of rows that hold a message or a text, each with the label `malicious` or `benign`.
  private func rowSet(_ path: String) -> LabelledSet? {
    let folder = path.dropLast("/cases.jsonl".count).split(separator: "/").last.map(String.init)
    guard let folder, let rows = CaseFiles.rows(of: path) else { return nil }
    return LabelledSet(
      name: folder, isDevelopedOn: Self.developedOn.contains(folder),
      cases: rows.compactMap { row in
        document(of: row).map { document in
          LabelledCase(
            name: CaseFiles.text(row["id"]), isAttack: row["label"]?.string == "malicious",
            document: document)
        }
      })
  }

  /// What a row says of tools; `nil` for what a user says to a model.
  private func document(of row: Node) -> String? {
    if let message = row["message"] { return CaseFiles.source(of: message["result"] ?? message) }
    if let kind = row["kind"]?.string, kind != "tool_description" { return nil }
    let text = row["text"] ?? row["description"]
    return text.map { CaseFiles.listing(of: "a_tool", described: CaseFiles.text($0)) }
  }

  // MARK: Client configurations

  /// Client configurations with tools in them.
  private func configurations() -> LabelledSet? {
    let folder = root + "/labelled/adudley78+mcp-audit/"
    let cases = [("exploits", true), ("real_servers", false)].flatMap { name, isAttack in
      CaseFiles.files(below: folder + name, endingIn: ".json").compactMap { file in
        CaseFiles.content(file).map { content in
          LabelledCase(
            name: (file as NSString).lastPathComponent, isAttack: isAttack, document: content)
        }
      }
    }
    return cases.isEmpty
      ? nil : LabelledSet(name: "adudley78+mcp-audit", isDevelopedOn: true, cases: cases)
  }

  // MARK: Events of logs

  private func events() -> [LabelledSet?] {
    [poisonedEvents(), shadowingEvents(), jumpedLines()]
  }

  private func safeMCP(_ technique: String) -> String {
    root + "/labelled/SAFE-MCP+safe-mcp/SAFE-\(technique).test-logs.json"
  }

  /// The names in a set without labels whose descriptions are honest, as read by a person.
  private static let honestTools: Set<String> = [
    "file_reader", "validator", "converter", "logger", "scanner",
  ]

  private func poisonedEvents() -> LabelledSet? {
    CaseFiles.rows(of: safeMCP("T1001")).map { rows in
      LabelledSet(
        name: "SAFE-MCP T1001", isDevelopedOn: true,
        cases: rows.map { row in
          let name = CaseFiles.text(row["tool_name"])
          return LabelledCase(
            name: name, isAttack: !Self.honestTools.contains(name),
            document: CaseFiles.listing(
              of: name, described: CaseFiles.text(row["tool_description"])))
        })
    }
  }

  /// Events in groups that are named after attacks; one group is of honest tools.
  private func shadowingEvents() -> LabelledSet? {
    CaseFiles.document(safeMCP("T1008")).map { root in
      LabelledSet(
        name: "SAFE-MCP T1008", isDevelopedOn: true,
        cases: root.members.flatMap { group, events in
          events.elements.enumerated().map { index, event in
            LabelledCase(
              name: "\(CaseFiles.text(group))[\(index)]",
              isAttack: group.string != "legitimate_tools",
              document: CaseFiles.listing(
                of: CaseFiles.text(event["tool_name"]),
                described: CaseFiles.text(event["tool_description"])))
          }
        })
    }
  }

  /// Texts that reached a model's context.
  private func jumpedLines() -> LabelledSet? {
    CaseFiles.document(safeMCP("T1401")).map { root in
      LabelledSet(
        name: "SAFE-MCP T1401", isDevelopedOn: true,
        cases: root.elements.map { event in
          LabelledCase(
            name: CaseFiles.text(event["test_case"]),
            isAttack: event["expected_detection"]?.boolean == true,
            document: CaseFiles.listing(
              of: "a_tool", described: CaseFiles.text(event["log_entry"]?["context_content"])))
        })
    }
  }

  // MARK: Benign catalogs

  /// Every tool of the catalogs in `folder`, and every entry about a server.
  private func catalog(_ folder: String, isDevelopedOn: Bool) -> LabelledSet? {
    let path = root + "/corpus/" + folder
    var cases: [LabelledCase] = []
    for file in CaseFiles.files(below: path, endingIn: ".json")
    where !file.hasSuffix("labels.json") {
      guard let root = CaseFiles.document(file) else { continue }
      let place = file.dropFirst(path.count + 1)
      let tools = root.kind == .sequence ? root : root["tools"]
      for tool in tools.map({ Array($0.elements) }) ?? [root] {
        // An entry's tools are a bare list, in the catalog's own form.
        let list = "[\(CaseFiles.source(of: tool))]"
        cases.append(
          LabelledCase(
            name: "\(place) \(CaseFiles.text(tool["name"]))", isAttack: false,
            document: root.kind == .sequence ? list : "{\"tools\": \(list)}"))
      }
    }
    for file in CaseFiles.files(below: path, endingIn: "server.yaml") {
      guard let content = CaseFiles.content(file) else { continue }
      cases.append(
        LabelledCase(
          name: String(file.dropFirst(path.count + 1)), isAttack: false, document: content))
    }
    return cases.isEmpty
      ? nil : LabelledSet(name: folder, isDevelopedOn: isDevelopedOn, cases: cases)
  }
}
