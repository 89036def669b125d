import Assessment
import Estate
import Foundation
import Ingest
import TestSupport
import Testing

/// The labelled nginx configurations of gixy, read as a user's gateway would be.
///
/// Taken in are the categories that concern what the catalogue asks of a gateway, each judged by one rule:
/// requests to a host of the client's choice (row 504, outbound network), the host that upstreams are told,
/// headers that clients break open or that blocks lose (row 111, headers are the gateway's and not the
/// client's; row 110 for what answers lose), and folders that clients get out of (row 501, what must never
/// be returned).
///
/// Left out are categories that no row asks about: `add_header_multiline` and `add_header_content_type`
/// (how a constant header is written), `origins` and `valid_referers` (which web pages may embed or call a
/// site), `version_disclosure`, and `if_is_evil` (advice on style). The suite labels no case about TLS;
/// MCP110 judges TLS by examples of its own.
@Suite struct GatewayHygieneSuiteTests {
  private static let rules = [
    "ssrf": "MCP5041", "host_spoofing": "MCP1111", "http_splitting": "MCP1112",
    "add_header_redefinition": "MCP1101", "alias_traversal": "MCP5011",
  ]

  @Test(arguments: rules.keys.sorted())
  func `every labelled case is reported once, and no harmless one`(category: String) async throws {
    guard let folder = SharedFolder.path("conformance/gixy/plugins/" + category) else { return }
    let rule = try #require(Self.rules[category])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".conf") }.sorted()
    for name in names {
      let expected = name.hasSuffix("_fp.conf") ? 0 : 1
      let findings = try await findings(in: folder + "/" + name).filter { $0.rule == rule }
      #expect(findings.count == expected, "\(category)/\(name): \(findings.map(\.message))")
      #expect(findings.allSatisfy { $0.span != nil })
    }
  }

  private func findings(in path: String) async throws -> [Finding] {
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let intake = await Intake.read(files: [(path: "nginx.conf", bytes: bytes)])
    return await FleetAssessor(catalog: try RuleCatalog.builtIn())
      .assess(intake.fleet, asOf: CalendarDate(daysSinceEpoch: 20_778)).findings
  }
}
