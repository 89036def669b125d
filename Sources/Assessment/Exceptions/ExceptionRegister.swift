import Estate
import SourceText

/// All exceptions of one run: which of them count, and what they let pass.
///
/// An exception covers one rule of one server, of all its tools or of one; a comment covers the findings of
/// one rule that begin where it reaches. Nothing else is ever let pass.
struct ExceptionRegister: Sendable {
  /// Whether an exception acts.
  enum Force: Sendable {
    case acting
    case notApplied
    case proposed
  }

  /// One exception and all that can be said of it before anything is judged.
  struct Entry: Sendable, CustomStringConvertible {
    let record: ExceptionRecord
    let rule: String?
    let server: String?
    let flaw: ExceptionRecord.Flaw?
    let isExpired: Bool
    let force: Force
    /// For a comment of another state of the fleet, what it was about there.
    let subjects: Set<Finding.Subject>?

    /// Whether nothing is wrong with it.
    var isValid: Bool { flaw == nil && !isExpired }

    /// What is wrong with it, as a place says it.
    var description: String {
      flaw?.reason ?? record.expiry.value.map { "last day \($0)" } ?? "an exception"
    }
  }

  /// The exceptions, those that govern first, in the order of their places.
  let entries: [Entry]

  /// The exceptions of the fleet that is judged, whether they govern or not, in the order of their places.
  let own: [Entry]

  private struct Target: Hashable {
    let rule: String
    let server: String
  }

  private let named: [Target: [Int]]
  private let comments: [String: [Int]]

  /// No exceptions.
  init() {
    entries = []
    own = []
    named = [:]
    comments = [:]
  }

  /// The exceptions of `fleet`, and those that govern it under `regime`, as of `date`.
  init(of fleet: Fleet, under regime: ExceptionRegime, rules: RuleCatalog, asOf date: CalendarDate)
  {
    let review = ExceptionReview(of: fleet, rules: rules)
    func entry(
      _ record: ExceptionRecord, _ force: Force, subjects: Set<Finding.Subject>? = nil
    ) -> Entry {
      Entry(
        record: record, rule: review.rule(of: record), server: review.server(of: record),
        flaw: review.flaw(of: record),
        isExpired: record.expiry.value.map { $0 < date } ?? false, force: force,
        subjects: subjects)
    }
    let records = fleet.records.exceptions.sorted { $0.span < $1.span }
    var proposed = records
    var entries: [Entry] = []
    switch regime {
    case .own: entries = records.map { entry($0, .acting) }
    case .nobody: entries = records.map { entry($0, .notApplied) }
    case .foreign(let governing):
      for exception in governing.sorted(by: { $0.record.span < $1.record.span }) {
        let isComment = exception.record.origin == .comment
        entries.append(
          entry(exception.record, .acting, subjects: isComment ? exception.subjects : nil))
        // What the change keeps is in force already, and not proposed.
        if let kept = proposed.firstIndex(where: exception.record.says(theSameAs:)) {
          proposed.remove(at: kept)
        }
      }
      entries += proposed.map { entry($0, .proposed) }
    }
    self.init(entries, own: records.map { entry($0, .acting) })
  }

  private init(_ entries: [Entry], own: [Entry]) {
    var named: [Target: [Int]] = [:]
    var comments: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() where entry.isValid {
      guard let rule = entry.rule else { continue }
      if entry.record.origin == .comment {
        comments[rule, default: []].append(index)
      } else if let server = entry.server {
        named[Target(rule: rule, server: server), default: []].append(index)
      }
    }
    self.entries = entries
    self.own = own
    self.named = named
    self.comments = comments
  }

  /// The valid exceptions by name from `rule` for `server`.
  func indices(for rule: String, on server: String) -> [Int] {
    named[Target(rule: rule, server: server)] ?? []
  }

  /// The valid comments about `finding`.
  func comments(about finding: Finding) -> [Int] {
    (comments[finding.rule] ?? []).filter { index in
      let entry = entries[index]
      if let subjects = entry.subjects { return subjects.contains(finding.subject) }
      return finding.span.map(entry.record.reaches) ?? false
    }
  }
}
