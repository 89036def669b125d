import Estate
import Syntax

/// Texts about a server as a whole that stand beside its tools: instructions, prompts, resources.
enum ServerTexts {
  private static let members = ["instructions", "prompts", "resources", "resourceTemplates"]

  /// Whether `document` is one message, or the bare result of one, that holds such texts and no tools.
  static func areAll(of document: Node) -> Bool {
    let result = document["result"] ?? document
    guard document.kind == .mapping, result["tools"] == nil else { return false }
    if result["instructions"]?.string != nil, result["protocolVersion"]?.string != nil {
      return true
    }
    if let prompts = result["prompts"], prompts.kind == .sequence, prompts.count > 0 {
      return prompts.elements.allSatisfy { $0["name"]?.string != nil }
    }
    return [("resources", "uri"), ("resourceTemplates", "uriTemplate")].contains { list, key in
      guard let entries = result[list], entries.kind == .sequence, entries.count > 0 else {
        return false
      }
      return entries.elements.allSatisfy {
        $0[key]?.string != nil && $0["name"]?.string != nil
      }
    }
  }

  /// The passages of such texts in `document`: one message, or an exchange of several.
  static func passages(in document: Node) -> [SuspectPassage] {
    let messages = document.kind == .sequence ? Array(document.elements) : [document]
    return messages.flatMap { message in
      let result = message["result"] ?? message
      return members.flatMap { name in
        result[name].map { PassageReader.passages(in: $0, named: name) } ?? []
      }
    }
  }
}
