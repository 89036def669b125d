import Assessment
import Estate
public import Reporting

/// An in-toto Statement (v1) with a test-result predicate (v0.1), ready for a signer.
///
/// Its subjects are the inputs that were judged, by digest; what was judged by, rules and policy among it, is
/// the predicate's configuration.
public struct InTotoStatement {
  private let report: Report
  private let rules: [BundleFile]

  /// The kinds of input that say how is judged, not what.
  private static let configurationKinds: Set<String> = ["mcpready policy", "mcpready rules"]

  /// The statement on `report`, which `rules` decided.
  public init(_ report: Report, rules: [BundleFile]) {
    self.report = report
    self.rules = rules
  }

  /// The JSON text; `nil` where no input was read, because a statement needs a subject.
  public var text: String? {
    let hashed = report.inputs.filter { $0.sha256 != nil }
    let subjects = hashed.filter { !Self.configurationKinds.contains($0.kind ?? "") }
    guard !subjects.isEmpty else { return nil }
    let configuration =
      hashed.filter { Self.configurationKinds.contains($0.kind ?? "") }
      .map { ($0.path, $0.sha256 ?? "") } + rules.map { ($0.path, $0.sha256) }
    return JSONWriter.text { json in
      json.member("_type", "https://in-toto.io/Statement/v1")
      json.rows("subject", subjects) { input, json in
        json.descriptor(input.path, input.sha256 ?? "")
      }
      json.member("predicateType", "https://in-toto.io/attestation/test-result/v0.1")
      json.object("predicate") { json in
        json.member("result", result)
        json.rows("configuration", configuration) { file, json in
          json.descriptor(file.0, file.1)
        }
        json.array("passedTests", tests { $0 == .met })
        json.array("warnedTests", tests { if case .unproven = $0 { true } else { false } })
        json.array(
          "failedTests",
          tests { status in
            switch status {
            case .unmet, .contradicted: true
            case .met, .unproven, .notApplicable: false
            }
          })
      }
    }
  }

  private var result: String {
    switch report.gate.outcome {
    case .passed: "PASSED"
    case .failed, .incomplete: "FAILED"
    }
  }

  /// The controls whose status `fits`, as `server/rule`.
  private func tests(_ fits: (ControlStatus) -> Bool) -> [String] {
    let fleet = report.assessment.fleetControls.filter { fits($0.status) }.map {
      "fleet/\($0.rule)"
    }
    return fleet
      + report.assessment.servers.flatMap { server in
        server.controls.filter { fits($0.status) }.map { "\(server.id)/\($0.rule)" }
      }
  }
}

extension JSONWriter {
  /// The members of an in-toto ResourceDescriptor.
  fileprivate mutating func descriptor(_ name: String, _ sha256: String) {
    member("name", name)
    object("digest") { $0.member("sha256", sha256) }
  }
}
