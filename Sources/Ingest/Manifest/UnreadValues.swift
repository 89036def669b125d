import Estate
import SourceText
import Syntax

/// Which values of a manifest its reading has refused.
///
/// A key whose value nobody could read is there, and what it would have said is not known.
enum UnreadValues {
  /// How many are kept: each tool is asked for its own, and a list of them may be of any length.
  private static let mostValues = 100

  /// The first keys in `manifest` whose values `diagnostics` call errors, each with its path at the value.
  ///
  /// A tool's keys stand under its name, as in `tools.refund.class`.
  static func find(
    in manifest: Node, refusedBy diagnostics: some Sequence<Diagnostic>
  ) -> [Evidence<String>] {
    let places = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.span))
    guard !places.isEmpty else { return [] }
    return Array(values(in: manifest, refusedAt: places, under: "").prefix(mostValues))
  }

  /// How deep the keys of a manifest stand: below that it holds texts of other formats alone.
  private static let deepestKey = 4

  /// What an alias stands for is refused where it is written.
  private static func values(
    in node: Node, refusedAt places: Set<SourceSpan>, under path: String
  ) -> [Evidence<String>] {
    guard !node.isAlias, path.utf8.count(where: { $0 == UInt8(ascii: ".") }) < deepestKey else {
      return []
    }
    return node.mergedMembers.flatMap { member -> [Evidence<String>] in
      guard let key = member.key.scalarText else { return [] }
      let name = path.isEmpty ? key : path + "." + key
      let value = member.value
      if places.contains(value.span) { return [Evidence(name, at: value.span)] }
      switch value.kind {
      case .mapping: return values(in: value, refusedAt: places, under: name)
      case .sequence: return entries(of: value, refusedAt: places, under: name)
      default: return []
      }
    }
  }

  /// A list one of whose texts is refused is not known as a whole; its mappings are known by their names.
  private static func entries(
    of list: Node, refusedAt places: Set<SourceSpan>, under path: String
  ) -> [Evidence<String>] {
    list.elements.flatMap { element -> [Evidence<String>] in
      guard element.kind == .mapping else {
        return places.contains(element.span) ? [Evidence(path, at: element.span)] : []
      }
      guard let name = element["name"]?.scalarText else { return [] }
      return values(in: element, refusedAt: places, under: path + "." + name)
    }
  }
}
