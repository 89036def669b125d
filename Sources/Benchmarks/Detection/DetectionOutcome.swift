import Estate
import Ingest
import SourceText

/// What was found in one case at medium and above.
struct DetectionOutcome {
  let labelled: LabelledCase
  /// A line for each thing found: where, which signals, and the words.
  let findings: [String]
  /// The same for what stays under the threshold.
  let remarks: [String]
  /// Whether the document was recognized and has something to read.
  let isRead: Bool

  /// Inspects the document of `labelled` as `mcpready inspect` does.
  init(of labelled: LabelledCase) async {
    self.labelled = labelled
    let path = labelled.document.first.map { "{[".contains($0) } == true ? "case.json" : "case.yaml"
    let inspection = await FileInspection(of: Array(labelled.document.utf8), at: path)
    let passages = inspection.reviews.flatMap(\.passages)
    let hidden = inspection.reviews.flatMap(\.hiddenText)
    findings =
      hidden.map { "\($0.member): \($0.kind)" }
      + passages.filter { $0.strength != .low }.map(Self.line)
    remarks = passages.filter { $0.strength == .low }.map(Self.line)
    isRead = inspection.kind != nil
  }

  var isFlagged: Bool { !findings.isEmpty }

  /// Whether the case is one that somebody should look at.
  var isWrong: Bool { labelled.isAttack != isFlagged }

  private static func line(_ passage: SuspectPassage) -> String {
    let signals = passage.signals.map(\.name).joined(separator: ", ")
    let bytes = passage.span.range
    return "\(passage.strength.rawValue), \(passage.member), bytes \(bytes.lowerBound) to "
      + "\(bytes.upperBound): \(signals): \(passage.quote.debugDescription)"
  }
}
