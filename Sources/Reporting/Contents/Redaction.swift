import Assessment
import Estate
import SourceText

/// Takes the secrets of a run out of what was written about it.
///
/// Messages should not quote secrets to begin with. This is the last line of defence against one that does,
/// such as a reader's "`…` is no authentication scheme".
struct Redaction: Rewording {
  /// The secrets, longest first, so that none is left half.
  private let secrets: [[UInt8]]

  /// Shorter texts are ordinary words too often; source excerpts leave them out all the same.
  private static let shortestSecret = 6

  /// Takes out what `spans` of `library` hold, with and without quotes.
  init(of spans: [SourceSpan], in library: SourceLibrary) {
    var found: Set<[UInt8]> = []
    for span in spans {
      let bytes = library[span.source].bytes
      let text = bytes[span.range.clamped(to: bytes.indices)]
      found.insert(Array(text))
      if let first = text.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
        text.count > 1, text.last == first
      {
        found.insert(Array(text.dropFirst().dropLast()))
      }
    }
    secrets = found.filter { $0.count >= Self.shortestSecret }.sorted { left, right in
      left.count != right.count ? left.count > right.count : left.lexicographicallyPrecedes(right)
    }
  }

  /// Whether there is anything to take out.
  var isEmpty: Bool { secrets.isEmpty }

  /// `text` with `•••` for each secret in it.
  func reword(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var isChanged = false
    for secret in secrets {
      var start = 0
      while start + secret.count <= bytes.count {
        if bytes[start] == secret[0], bytes[start...].starts(with: secret) {
          bytes.replaceSubrange(start..<start + secret.count, with: SourceMask.sign.utf8)
          start += SourceMask.sign.utf8.count
          isChanged = true
        } else {
          start += 1
        }
      }
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : text
  }
}
