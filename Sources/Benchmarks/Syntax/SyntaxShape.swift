import SourceText
import Syntax

/// A way to make a source of any size, and the parser that reads it.
struct SyntaxShape: Sendable {
  /// The language that the text is written in.
  enum Language: Sendable {
    case json, yaml
  }

  let name: String
  let language: Language
  let text: @Sendable (_ scale: Int) -> String

  /// Prints how fast the shape is read, and how much longer twice the input takes: about 2 times where
  /// time is linear.
  func report() {
    let single = source(1)
    let seconds = Self.seconds(toRead: single, language)
    let ratio = Self.seconds(toRead: source(2), language) / seconds
    print(Self.line(name, single.bytes.count, seconds) + "  x\(Stopwatch.tenths(ratio))")
  }

  /// The shape at `scale` times its usual size.
  func source(_ scale: Int) -> SourceFile {
    SourceFile(id: SourceID(index: 0), path: name, bytes: Array(text(scale).utf8))
  }

  /// The shortest time in which `source` was read or refused, in seconds.
  static func seconds(toRead source: SourceFile, _ language: Language, rounds: Int = 5) -> Double {
    Stopwatch.seconds(rounds: rounds) { _ = nodes(of: source, language) }
  }

  /// The size of the tree of `source`, or `nil` where it is refused.
  static func nodes(of source: SourceFile, _ language: Language) -> Int? {
    do throws(SyntaxError) {
      switch language {
      case .json: return try JSONParser.parse(source).nodeCount
      case .yaml: return try YAMLParser.parse(source).nodeCount
      }
    } catch {
      return nil
    }
  }

  /// A line of figures in columns.
  static func line(_ name: String, _ bytes: Int, _ seconds: Double) -> String {
    let padding = String(repeating: " ", count: max(1, 40 - name.count))
    let size = Stopwatch.tenths(Double(bytes) / 1e6)
    return "  \(name)\(padding)\(size) MB  \(Stopwatch.megabytesPerSecond(bytes, seconds)) MB/s"
  }
}
