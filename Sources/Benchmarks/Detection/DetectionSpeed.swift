import Foundation
import Estate
import Ingest
import TextSignals
import TestSupport

/// How long texts take: a large honest catalog, and hostile texts that grow.
enum DetectionSpeed {
  /// Prints how long `mcpready inspect` takes for a catalog of 10,000 tools, from bytes to passages.
  static func reportCatalog() async {
    let document = Array(catalog(ofTools: 10_000).utf8)
    let before = peakMemory()
    var found = 0
    let seconds = await Stopwatch.passedAndBusy(rounds: 5) {
      let inspection = await FileInspection(of: document, at: "tools.json")
      found = inspection.reviews.reduce(0) { $0 + $1.passages.count }
    }
    print("Detection: 10,000 tools, \(Stopwatch.tenths(Double(document.count) / 1e6)) MB")
    print(
      "  read, parsed and inspected: \(Int(seconds.passed * 1000)) ms, "
        + "\(Int(seconds.busy * 1000)) ms of processor time, \(Stopwatch.tenths(Double(peakMemory() - before) / 1e6)) MB more at the peak "
        + "(\(found) passages)")
  }

  /// Prints how long hostile texts take that grow.
  static func reportHostileTexts() {
    let scanner = TextScanner()
    print("Detection: hostile texts of 0.25, 0.5 and 1 MB (ms), and what twice the size costs")
    for unit in hostile { reportGrowth(unit, scanner) }
  }

  /// A catalog whose texts are as long and as plain as those of public ones.
  private static func catalog(ofTools count: Int) -> String {
    var random = SeededGenerator(seed: 7)
    let words =
      "returns the matching records of an account with a cursor for the next page and their status use this tool when the user asks for entries between two dates you must give the id of the project as a number"
      .split(separator: " ")
    func sentence(_ length: Int) -> String {
      (0..<length).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
        + "."
    }
    let tools = (0..<count).map { index in
      let parameters = (0..<4).map { parameter in
        #""field_\#(parameter)": {"type": "string", "description": "\#(sentence(13))"}"#
      }
      return #"{"name": "query_\#(index)", "description": "\#(sentence(14)) \#(sentence(18))", "#
        + #""inputSchema": {"type": "object", "properties": {\#(parameters.joined(separator: ", "))}}}"#
    }
    return #"{"tools": [\#(tools.joined(separator: ",\n"))]}"#
  }

  private static let hostile = [
    "ignore all previous ", "a ", "\"", "<important>", "do not tell the user ", "忽略", "%41",
    "QUJD", "i g n o r e ", "must be sent to ", "not ", "~/.ssh/id_rsa ", "1gn0re ", "&#105;",
    "if the user asks ", "[[[", "any other tool ", ".", "а",
  ]

  private static func reportGrowth(_ unit: String, _ scanner: TextScanner) {
    var line = "  \(unit.debugDescription):"
    var times: [Double] = []
    for bytes in [250_000, 500_000, 1_000_000] {
      let text = String(repeating: unit, count: bytes / unit.utf8.count)
      let seconds = Stopwatch.seconds(rounds: 3) { _ = scanner.passages(in: text).count }
      times.append(seconds)
      line += " \(Int((seconds * 1000).rounded()))"
    }
    print(line + ", ratio \(Stopwatch.tenths(times[2] / times[1]))")
  }

  /// The most memory that the process has held so far, in bytes.
  private static func peakMemory() -> Int {
    var usage = rusage()
    let status = getrusage(RUSAGE_SELF.rawValue, &usage)
    precondition(status == 0, "the system keeps no account of the process")
    return usage.ru_maxrss * 1024
  }
}
