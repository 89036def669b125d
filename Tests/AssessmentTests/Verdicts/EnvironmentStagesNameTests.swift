import Testing

@testable import Assessment

@Suite struct EnvironmentStagesNameTests {
  private let stages = EnvironmentStages()

  @Test(arguments: ["staging", "dev-eu", "Sandbox", "pre-prod-qa"])
  func `a word for trials puts an environment outside of production`(name: String) {
    #expect(stages.isOutsideProduction(name))
  }

  @Test(arguments: ["prod", "production-eu", "eu-1", ""])
  func `production and what may be production are not outside of it`(name: String) {
    #expect(!stages.isOutsideProduction(name))
  }

  @Test func `the policy's word counts before the name`() {
    var stages = EnvironmentStages()
    stages.set(.production, of: "demo")
    stages.set(.staging, of: "EU-1")
    #expect(!stages.isOutsideProduction("demo"))
    #expect(stages.isOutsideProduction("eu-1"))
  }

  @Test(arguments: [
    ("prod", "vault:mcp/ledger/staging", true), ("staging", "vault:mcp/ledger/prod", true),
    ("prod", "vault:mcp/ledger/prod", false), ("staging", "vault:mcp/products", false),
    ("eu-1", "vault:mcp/ledger/prod", false), ("prod", "vault:prod/test-runner", false),
  ])
  func `a secret's path may speak of another environment than its entry`(
    environment: String, reference: String, contradicts: Bool
  ) {
    #expect(stages.contradict(environment, by: reference) == contradicts)
  }
}
