import Estate
import SourceText
import Testing

@testable import Assessment

@Suite struct ReconciliationTests {
  private static func place(_ line: UInt32) -> SourceSpan {
    SourceSpan(source: SourceID(index: 0), start: line, end: line + 1)
  }

  private static let manifest = place(10)
  private static let gateway = place(20)
  private static let log = place(30)

  private static func yes(_ grade: Grade, _ span: SourceSpan) -> Testimony {
    Testimony(grade: grade, answer: .supports(at: span))
  }

  private static func no(_ grade: Grade, _ span: SourceSpan) -> Testimony {
    Testimony(grade: grade, answer: .opposes(at: span))
  }

  private static func silent(_ grade: Grade, _ kind: SourceKind, _ span: SourceSpan) -> Testimony {
    Testimony(grade: grade, answer: .notStated(Silence(kind, mention: span)))
  }

  private static func missing(_ grade: Grade, _ kind: SourceKind) -> Testimony {
    Testimony(grade: grade, answer: .notGiven(Silence(kind)))
  }

  struct Case: Sendable {
    let what: String
    let testimonies: [Testimony]
    let demanded: Grade
    let status: ControlStatus
    let grade: Grade
  }

  private static let cases = [
    Case(
      what: "a claim is enough where a claim is demanded",
      testimonies: [yes(.declared, manifest)], demanded: .declared, status: .met, grade: .declared),
    Case(
      what: "a claim is not enough where a configuration is demanded",
      testimonies: [yes(.declared, manifest), missing(.configured, .gateway)],
      demanded: .configured, status: .unproven(.weak(found: .declared, demanded: .configured)),
      grade: .declared),
    Case(
      what: "the log proves what no configuration was given for",
      testimonies: [
        yes(.declared, manifest), missing(.configured, .gateway), yes(.observed, log),
      ], demanded: .configured, status: .met, grade: .observed),
    Case(
      what: "a gateway proves what the manifest forgets to claim",
      testimonies: [silent(.declared, .manifest, manifest), yes(.configured, gateway)],
      demanded: .configured, status: .met, grade: .configured),
    Case(
      what: "what a manifest admits stands, whatever the gateway does",
      testimonies: [no(.declared, manifest), yes(.configured, gateway)], demanded: .configured,
      status: .unmet, grade: .declared),
    Case(
      what: "a document that is not there contradicts the claim, whatever else is in place",
      testimonies: [
        yes(.declared, manifest), no(.documented, place(12)), yes(.configured, gateway),
      ], demanded: .declared, status: .contradicted(claim: manifest, disproof: place(12)),
      grade: .configured),
    Case(
      what: "a gateway contradicts a claim",
      testimonies: [yes(.declared, manifest), no(.configured, gateway)], demanded: .configured,
      status: .contradicted(claim: manifest, disproof: gateway), grade: .declared),
    Case(
      what: "of several claims the weakest is shown beside its disproof",
      testimonies: [yes(.declared, manifest), yes(.configured, gateway), no(.observed, log)],
      demanded: .configured, status: .contradicted(claim: manifest, disproof: log),
      grade: .configured),
    Case(
      what: "a configuration and a log that disagree contradict each other",
      testimonies: [no(.configured, gateway), yes(.observed, log)], demanded: .configured,
      status: .contradicted(claim: log, disproof: gateway), grade: .observed),
    Case(
      what: "a no without a claim is unmet",
      testimonies: [silent(.declared, .manifest, manifest), no(.configured, gateway)],
      demanded: .configured, status: .unmet, grade: .configured),
    Case(
      what: "a source that would show it and does not makes it unmet",
      testimonies: [silent(.declared, .manifest, manifest)], demanded: .declared, status: .unmet,
      grade: .absent),
    Case(
      what: "nothing is decided where no source that could decide was given",
      testimonies: [silent(.declared, .manifest, manifest), missing(.configured, .gateway)],
      demanded: .configured,
      status: .unproven(
        .undecided(reason: "no gateway configuration about it was given")), grade: .absent),
    Case(
      what: "sources that disagree about one fact contradict each other",
      testimonies: [
        Testimony(grade: .declared, answer: .disputed(claim: manifest, rival: place(11)))
      ], demanded: .declared, status: .contradicted(claim: manifest, disproof: place(11)),
      grade: .declared),
    Case(
      what: "a rule that fails decides nothing",
      testimonies: [
        Testimony(grade: .declared, answer: .failed("the evaluation exceeds its cost limit"))
      ], demanded: .declared,
      status: .unproven(.undecided(reason: "the evaluation exceeds its cost limit")),
      grade: .absent),
  ]

  @Test(arguments: cases)
  func `evidence decides a status`(example: Case) {
    let found = Reconciliation(of: example.testimonies, demanded: example.demanded)
    #expect(found.status == example.status, "\(example.what)")
    #expect(found.grade == example.grade, "\(example.what)")
  }

  @Test func `no control is met because nobody looked`() {
    let silences: [Testimony.Answer] = [
      .notGiven(Silence(.gateway)), .notStated(Silence(.manifest, mention: Self.manifest)),
      .failed("defect"), .opposes(at: nil),
    ]
    for first in silences {
      for second in silences {
        for demanded in Grade.allCases {
          let found = Reconciliation(
            of: [
              Testimony(grade: .declared, answer: first),
              Testimony(grade: .configured, answer: second),
            ], demanded: demanded)
          #expect(found.status != .met)
        }
      }
    }
  }
}
