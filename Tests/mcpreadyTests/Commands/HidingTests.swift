import FoundationEssentials
import History
import Reporting
import TestSupport
import Testing

@testable import mcpready

/// `--hide`: what leaves the company names nobody and nothing of it.
struct HidingTests {
  /// What the files of `Fixtures/company` call servers, tools, agents, people and hosts.
  private static let names = [
    "shipment-tracking", "rate-quotes", "fleet-telematics", "warehouse-inventory",
    "carrier-handbook", "document-archive", "crm-notes", "invoice-payments", "customs-filing",
    "dispatch-mail", "legacy-edi", "route-planner", "label-printer",
    "get_shipment", "get_lane_rate", "get_vehicle_position", "get_stock", "search_articles",
    "adjust_stock", "purge_duplicates", "submit_declaration", "broadcast_to_customers",
    "pay_carrier_invoice", "bulk_download", "push_edifact", "send_delay_notice",
    "agent-dispatch", "agent-care", "agent-backoffice", "agent-warehouse", "agent-developer",
    "edi-batch", "lindqvist", "moreau", "okafor", "varga", "nowak", "castellan", "petrov",
    "m.fontaine", "c.abara", "warehouse-oncall", "visibility-oncall", "customs-approver",
    "ap-approver", "archive-approver", "ap-automation", "dispatch-tools", "customs-desk",
    "larkspur", "ops.svc", "vendor.svc", "smtp-relay",
  ]

  private func check(_ more: [String]) async -> CommandResult {
    await Mcpready.run(
      ["check", SharedFolder.packageRoot + "/Fixtures/company", "--at", "2026-11-21"] + more,
      in: Surroundings())
  }

  /// The names that stand in `text`, but for what stands in the texts of the rules.
  private func survivors(in text: String) -> [String] {
    let text = text.lowercased()
    return Self.names.filter { name in
      text.contains(name) || text.contains(name.replacing("_", with: "\\_"))
        || text.contains(name.replacing("-", with: "_"))
    }
  }

  @Test func `no name of the company survives in any format`() async throws {
    let folder = try TemporaryFolder()
    let outputs = ReportFormat.allCases.map { "\($0.rawValue)=\(folder.path)/\($0.rawValue)" }
    let result = await check(["--hide"] + outputs.flatMap { ["--out", $0] })
    #expect(result.status == .failed)
    #expect(survivors(in: result.output) == [])
    for format in ReportFormat.allCases {
      let path = "\(folder.path)/\(format.rawValue)"
      let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      #expect(survivors(in: text) == [], "\(format)")
      #expect(text.contains("server-"))
    }
  }

  @Test func `no name of the company survives in evidence`() async throws {
    let folder = try TemporaryFolder()
    let bundle = folder.path + "/bundle"
    let result = await Mcpready.run(
      [
        "evidence", "create", SharedFolder.packageRoot + "/Fixtures/company", "--at", "2026-11-21",
        "--hide", "--out", bundle,
      ], in: Surroundings())
    #expect(result.status == .failed, "\(result.errors)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: bundle).sorted()
    #expect(!files.contains { $0.hasPrefix("inputs/") })
    for file in files where file.contains(".") && !file.hasPrefix("rules/") {
      var isFolder: Bool = false
      guard FileManager.default.fileExists(atPath: bundle + "/" + file, isDirectory: &isFolder),
        !isFolder
      else { continue }
      let text = String(
        decoding: try Data(contentsOf: URL(filePath: bundle + "/" + file)), as: UTF8.self)
      #expect(survivors(in: file + "\n" + text) == [], "\(file)")
    }
  }

  @Test func `hiding moves no verdict, and equal runs hide alike`() async throws {
    let folder = try TemporaryFolder()
    let (plain, first, second) = ("\(folder.path)/p", "\(folder.path)/1", "\(folder.path)/2")
    let open = await check(["--out", "json=\(plain)"])
    let hidden = await check(["--hide", "--out", "json=\(first)"])
    _ = await check(["--hide", "--out", "json=\(second)"])
    #expect(open.status == hidden.status)
    let bytes = try Data(contentsOf: URL(filePath: first))
    #expect(try bytes == Data(contentsOf: URL(filePath: second)))
    let original = try SavedReportFiles.report(at: plain)
    let changed = try SavedReportFiles.report(at: first)
    #expect(original.servers.map(\.score) == changed.servers.map(\.score))
    #expect(original.findings.map(\.rule) == changed.findings.map(\.rule))
    #expect(
      Set(original.findings.map(\.fingerprint)).isDisjoint(
        with: changed.findings.map(\.fingerprint)))
    #expect(Set(changed.servers.map(\.id)).count == original.servers.count)
  }

  @Test func `a key keeps pseudonyms, and one that can be guessed is refused`() async throws {
    let folder = try TemporaryFolder()
    let key = try folder.write("key", "0123456789abcdef")
    let short = try folder.write("short", "guess")
    let saved = folder.path + "/report.json"
    let result = await check(["--hide-key", key, "--out", "json=\(saved)"])
    #expect(survivors(in: result.output) == [])
    let refused = await check(["--hide-key", short])
    #expect(refused.status == .usage)
    #expect(refused.errors.contains("has 5 bytes; 16 are the least"))
    #expect(await check(["--hide-key", folder.path + "/none"]).status == .usage)
  }
}
