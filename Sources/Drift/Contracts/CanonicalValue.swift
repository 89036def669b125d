import SourceText
import Syntax

/// A value read back from its canonical text.
struct CanonicalValue {
  /// The value; `nil` where there is none.
  let node: Node?

  /// The value that `text` writes.
  init(_ text: String?) {
    guard let text else {
      node = nil
      return
    }
    let source = SourceFile(id: SourceID(index: 0), path: "", bytes: Array(text.utf8))
    do throws(SyntaxError) {
      node = try JSONParser.parse(source).root
    } catch {
      // Canonical text parses, but for values that were larger than any input may be.
      node = nil
    }
  }

  /// The characters of a text; `nil` for everything else.
  var text: String? { node?.string }
}
