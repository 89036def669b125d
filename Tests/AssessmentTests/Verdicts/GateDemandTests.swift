import Estate
import SourceText
import Testing

@testable import Assessment

/// Profiles, wanted verdicts and coverage move the gate, and nothing but the gate.
@Suite struct GateDemandTests {
  private static func control(
    _ status: ControlStatus, _ sufficiency: Sufficiency, severity: Severity = .high
  ) -> Control {
    Control(
      rule: "MCP105", status: status, grade: .declared, demanded: .declared, severity: severity,
      reason: "", evidence: [], sufficiency: sufficiency)
  }

  private static let undecided = ControlStatus.unproven(.undecided(reason: "no log was given"))
  private static let weak = ControlStatus.unproven(.weak(found: .declared, demanded: .configured))

  private func admits(
    _ profile: Profile, _ control: Control, _ nature: Rule.Nature = .enforceable,
    _ tier: Tier = .one
  ) -> Bool {
    GateDemand(profile: profile, demands: Demands()).admits(control, of: nature, for: tier)
  }

  @Test func `a claim is enough for bootstrap alone`() {
    let control = Self.control(Self.weak, Sufficiency(grade: .declared))
    #expect(admits(.bootstrap, control))
    #expect(!admits(.standard, control))
    #expect(!admits(.strict, control))
  }

  @Test func `what only a log or gateway could show does not block under bootstrap`() {
    let awaiting = Self.control(
      Self.undecided, Sufficiency(grade: .observed, awaitsTraffic: true))
    #expect(admits(.bootstrap, awaiting))
    #expect(!admits(.standard, awaiting))
    let silent = Self.control(Self.undecided, Sufficiency(grade: .absent))
    #expect(!admits(.bootstrap, silent))
  }

  @Test func `no profile lets pass what is missing or disproved`() {
    let place = SourceSpan(source: SourceID(index: 0), start: 0, end: 1)
    for status in [ControlStatus.unmet, .contradicted(claim: place, disproof: place)] {
      for profile in Profile.allCases {
        #expect(!admits(profile, Self.control(status, Sufficiency(of: status))))
      }
    }
  }

  @Test func `strict asks every tier for the evidence of tier 2`() {
    let declared = Self.control(.met, Sufficiency(grade: .declared))
    #expect(admits(.standard, declared, .process, .zero))
    #expect(!admits(.strict, declared, .process, .zero))
    #expect(!admits(.strict, declared, .enforceable, .zero))
    let complete = Self.control(.met, Sufficiency(grade: .observed))
    #expect(admits(.strict, complete, .process, .zero))
  }

  @Test func `what somebody accepted is in nobody's way`() {
    let place = SourceSpan(source: SourceID(index: 0), start: 0, end: 1)
    var control = Self.control(.unmet, Sufficiency(grade: .absent))
    control.suppression = Suppression(
      origin: .policy, owner: "jane", reason: "known", category: nil,
      until: CalendarDate(daysSinceEpoch: 20_000), span: place)
    for profile in Profile.allCases { #expect(admits(profile, control)) }
  }

  private func decide(
    _ change: (inout AssessmentPolicy) -> Void, failOn: Severity? = nil
  ) async throws -> (assessment: FleetAssessment, gate: GateDecision) {
    var policy = AssessmentPolicy()
    change(&policy)
    let assessment = await FleetAssessor(catalog: try ExceptionSample.catalog.get(), policy: policy)
      .assess(ExceptionSample.fleet([]), asOf: ExceptionSample.today)
    return (
      assessment,
      Gate(failOn: failOn, policy: policy).decide(assessment, hasErrors: false, isEmpty: false)
    )
  }

  @Test func `a profile changes no status, no finding and no score`() async throws {
    let standard = try await decide { _ in }.assessment
    for profile in Profile.allCases {
      let other = try await decide { $0.profile = profile }.assessment
      #expect(other.findings == standard.findings)
      for (left, right) in zip(other.servers, standard.servers) {
        #expect(left.id == right.id)
        #expect(left.controls == right.controls)
        #expect(left.risk == right.risk)
        #expect(left.coverage == right.coverage)
      }
    }
  }

  @Test func `the profiles ask for more and more`() async throws {
    var attained: [[Verdict]] = []
    for profile in Profile.allCases {
      let servers = try await decide { $0.profile = profile }.assessment.servers
      attained.append(servers.sorted { $0.id < $1.id }.map(\.verdict.attained))
    }
    for (loose, tight) in zip(attained, attained.dropFirst()) {
      for (left, right) in zip(loose, tight) { #expect(left >= right) }
    }
  }

  @Test func `a gate that wants more coverage says how much and who asks`() async throws {
    let asked = try await decide {
      $0.coverage = [
        CoverageRequirement(99.5, of: .server, origin: "mcpready.yaml:4:11"),
        CoverageRequirement(1, of: .fleet, origin: "mcpready.yaml:5:10"),
      ]
    }.gate
    let reason = try #require(asked.reasons.first { $0.contains("mcpready.yaml:4:11") })
    #expect(reason.contains("asks for 99.5 % of each server's controls"))
    #expect(reason.contains("alpha, beta, gamma"))
    #expect(!asked.reasons.contains { $0.contains("mcpready.yaml:5:10") })
    let strict = try await decide { $0.profile = .strict }.gate
    #expect(strict.profile == .strict)
    #expect(strict.reasons.contains { $0.hasPrefix("the profile strict asks for 100 %") })
  }

  @Test func `nothing to decide covers nothing`() {
    let empty = Coverage(decided: 0, applicable: 0, undecided: [])
    #expect(!CoverageRequirement(1, of: .fleet, origin: "").isMet(by: empty))
    #expect(CoverageRequirement(0, of: .fleet, origin: "").isMet(by: empty))
    let third = Coverage(decided: 1, applicable: 3, undecided: [])
    #expect(CoverageRequirement(33.3, of: .fleet, origin: "").isMet(by: third))
    #expect(!CoverageRequirement(33.4, of: .fleet, origin: "").isMet(by: third))
  }

  @Test func `a wanted verdict asks for more and never for less`() async throws {
    let assessment = try await decide {
      $0.verdicts = [
        WantedVerdict(
          .production, for: .servers(text: "al*", matches: { $0.hasPrefix("al") }),
          place: "mcpready.yaml:7:5"),
        WantedVerdict(
          .blocked, for: .servers(text: "*", matches: { _ in true }), place: "mcpready.yaml:8:5"),
      ]
    }.assessment
    let alpha = try #require(assessment.server("alpha")?.verdict)
    #expect(alpha.required == .production)
    let beta = try #require(assessment.server("beta")?.verdict)
    #expect(beta.required > .blocked)
    #expect(beta.wantedBy == nil)
    #expect(beta.requiredBecause.contains("mcpready.yaml:8:5 asks for less"))
  }

  @Test func `the names of environments mean what the policy says`() {
    var stages = EnvironmentStages()
    #expect(stages.isProduction("Prod-EU"))
    #expect(!stages.isProduction("eu-west"))
    stages.set(.production, of: "EU-West")
    stages.set(.staging, of: "prod-test")
    #expect(stages.isProduction("eu-west"))
    #expect(!stages.isProduction("PROD-test"))
  }
}
