import Syntax

/// The way from a part of a document to a text in it, put into words only when something is found there.
struct MemberPath: CustomStringConvertible {
  /// One step.
  enum Part {
    case name(String)
    case key(Node)
    case index(Int)
  }

  /// The steps, outermost first.
  var parts: [Part] = []

  /// The steps as `inputSchema.properties.note.enum[2]`.
  var description: String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .name(let name): text += (text.isEmpty ? "" : ".") + name
      case .key(let key): text += (text.isEmpty ? "" : ".") + (key.scalarText ?? "")
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}
