import Estate
import SourceText
import Syntax

/// Lowers recorded results of `tools/call` (MCP specification, Tools), bare or in their JSON-RPC envelope.
enum ToolResponseAdapter {
  /// The kinds of content that a result may hold.
  private static let contentTypes: Set<String> = [
    "text", "image", "audio", "resource", "resource_link",
  ]

  /// Whether `document` is such a result: a list of content, each with its type.
  static func recognizes(_ document: Node) -> Bool {
    let result = document["result"] ?? document
    guard let content = result["content"], content.kind == .sequence, content.count > 0 else {
      return false
    }
    return content.elements.allSatisfy { contentTypes.contains($0["type"]?.string ?? "") }
  }

  /// The sample that `document`, read from `source`, is; the linker adds the secrets that stand in it.
  static func lower(_ document: Node, in source: SourceFile) -> Contribution {
    var contribution = Contribution()
    contribution.responses = [
      ResponseSample(
        span: document.span, path: source.path, secrets: [],
        passages: PassageReader.passages(
          in: document["result"] ?? document, named: "result", isForeign: true))
    ]
    return contribution
  }
}
