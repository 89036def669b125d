import SourceText

/// How long it takes to say in which lines and columns things are, above all in minified files, where
/// everything is on one long line.
enum PlacesBenchmark {
  static func run() {
    print("Places: a line and column for every hundredth byte, and what twice the size costs")
    report("one line of ASCII") { String(repeating: "{\"name\":\"x\"},", count: $0 / 13) }
    report("one line of many scripts") { String(repeating: "naïve 日本 😀, ", count: $0 / 22) }
    report("short lines") { String(repeating: "name: naïve 😀\n", count: $0 / 18) }
    report("line breaks only") { String(repeating: "\r\n", count: $0 / 2) }
  }

  private static func report(_ name: String, _ text: (_ bytes: Int) -> String) {
    let single = Array(text(4 << 20).utf8)
    let seconds = seconds(toPlaceAllIn: single)
    let ratio = self.seconds(toPlaceAllIn: Array(text(8 << 20).utf8)) / seconds
    print(SyntaxShape.line(name, single.count, seconds) + "  x\(Stopwatch.tenths(ratio))")
  }

  private static func seconds(toPlaceAllIn bytes: [UInt8]) -> Double {
    Stopwatch.seconds(rounds: 3) {
      let source = SourceFile(id: SourceID(index: 0), path: "long.json", bytes: bytes)
      var sum = 0
      for offset in stride(from: 0, through: bytes.count, by: 100) {
        sum += source.position(at: offset).column
      }
      precondition(sum > 0, "a column is at least 1")
    }
  }
}
