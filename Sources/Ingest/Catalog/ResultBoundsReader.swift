import Estate
import Syntax

/// Reads what the definition of a tool says about the size of its results.
enum ResultBoundsReader {
  /// The bounds of the tool that `definition` defines and that takes `input`.
  static func bounds(of definition: Node, asking input: InputSchema?) -> ResultBounds {
    var bounds = ResultBounds()
    if let size = definition["_meta"]["anthropic/maxResultSizeChars"],
      let text = size.scalarText, let characters = Int(text), characters > 0
    {
      bounds.characters.state(characters, at: size.span, grade: .configured)
    }
    for parameter in input?.parameters ?? [] where isPageSize(parameter.name.value) {
      guard let bound = parameter.upperBound else { continue }
      bounds.pageSize.state(bound)
    }
    return bounds
  }

  /// The largest whole number that `schema` lets a caller give; `nil` where it sets none.
  static func upperBound(of schema: Node) -> Evidence<Int>? {
    if let maximum = schema["maximum"], let text = maximum.scalarText, let bound = Int(text) {
      return Evidence(bound, at: maximum.span, grade: .configured)
    }
    guard let maximum = schema["exclusiveMaximum"], let text = maximum.scalarText,
      let bound = Int(text), bound > Int.min
    else { return nil }
    return Evidence(bound - 1, at: maximum.span, grade: .configured)
  }

  /// Names of parameters that say how many entries a caller wants, without separators.
  private static let names: Set<String> = [
    "limit", "maxresults", "pagesize", "perpage", "top", "topk", "first", "take", "numresults",
    "maxitems", "maxrows", "rowlimit", "resultlimit", "maxcount", "nresults",
  ]

  private static func isPageSize(_ name: String) -> Bool {
    let letters = name.lowercased().utf8.filter {
      $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-")
    }
    return names.contains(String(decoding: letters, as: UTF8.self))
  }
}
