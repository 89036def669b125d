import ConformanceSuites
import TestSupport
import Testing

@Test func `JSONTestSuite is met, and its open cases go as chosen`() throws {
  guard let directory = SharedFolder.path("conformance/JSONTestSuite") else { return }
  let outcome = try JSONSuite.run(directory: directory)
  print("JSONTestSuite: \(outcome.passed.count) passed, \(outcome.failed.count) failed")
  #expect(outcome.failed.map { "\($0.id): \($0.reason)" } == [])
  for open in outcome.skipped {
    print("JSONTestSuite: \(open.id): \(open.reason)")
    let isRefused = open.id.uppercased().contains("UTF") || refused.contains(open.id)
    #expect(
      open.reason.hasPrefix("refused") == (isRefused && !accepted.contains(open.id)), "\(open.id)")
  }
}

/// Open cases that hold bytes which are not UTF-8 though their names do not say so.
private let refused: Set = [
  "i_string_iso_latin_1.json", "i_string_not_in_unicode_range.json",
  "i_string_overlong_sequence_2_bytes.json", "i_string_overlong_sequence_6_bytes.json",
  "i_string_overlong_sequence_6_bytes_null.json",
]

/// Open cases that only lead with a byte-order mark.
private let accepted: Set = ["i_structure_UTF-8_BOM_empty_object.json"]
