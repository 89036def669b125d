import Estate
import FoundationEssentials
import SourceText
import Syntax

extension SecretScanner {
  /// The values of a Kubernetes Secret that are written in Base64, each with its key; none for other nodes.
  static func encodedMembers(of node: Node) -> [(key: String, value: Node)] {
    guard node["kind"]?.string == "Secret", node["apiVersion"] != nil else { return [] }
    return node["data"].membersOrNone.compactMap { key, value in
      key.scalarText.map { ($0, value) }
    }
  }

  /// The secrets that `value`, called `name`, says once it is decoded; each stands for the whole of it.
  static func encodedSightings(of value: Node, named name: String) -> [SecretSighting] {
    guard let text = value.string, text.utf8.count <= SecretDetector.longestText,
      let bytes = Data(base64Encoded: text, options: .ignoreUnknownCharacters)
    else { return [] }
    let matches = SecretDetector.matches(in: String(decoding: bytes, as: UTF8.self), named: name)
    return matches.first.map {
      [SecretSighting(family: $0.family, span: value.span, context: "data." + name)]
    } ?? []
  }
}
