import Estate
import Syntax

/// Texts about a server as a whole that stand beside its tools: instructions, prompts, resources.
enum ServerTexts {
  private static let members = ["instructions", "prompts", "resources", "resourceTemplates"]

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
