import Assessment
import Reporting
import Testing

struct HumanReporterTests {
  private func text(_ style: HumanStyle = HumanStyle()) -> String {
    HumanReporter(style: style).render(SampleReport().report)
  }

  @Test func `a contradiction shows the disproof and, beside it, the claim`() {
    #expect(
      text().contains(
        """
        critical[MCP105] contradicted: The manifest claims authentication, but the route has none.
         --> gateway/envoy.yaml:2:11
          |
        2 |     - match: {prefix: /mcp/}    # 日本語 tab
          |              ^^^^^^^^^^^^^^^
         ::: servers/payments.yaml:3:16
          |
        3 | auth_required: true   # 🔒 claims it
          |                ---- claimed here
           = rule: The requirement MCP105 holds
           = fix: Close the gap that MCP105 names.

        """))
  }

  @Test func `diagnostics come first, with what was expected and the related place`() {
    #expect(
      text().hasPrefix(
        """
        error: a tab cannot indent
         --> broken.yaml:2:1
          |
        2 |     b: [1, 2
          | ^^^^^
         ::: broken.yaml:1:1
          |
        1 | a: 1
          | - the mapping begins here
           = expected: blanks
           = advice: replace the tab by two blanks

        """))
    #expect(text().contains("\n1 note about inputs not shown\n"))
  }

  @Test func `a server's header says how far it may go and why not further`() {
    #expect(
      text().contains(
        """
        payments: blocked, needs production (`refund` changes state without an approval)
          risk      35.0 of 100 (A 60.0, R 0.0, O 60.0, B 10.0), expansion frozen
          tier      tier 1 declared, tier 2 by the facts: `refund` changes state
          coverage  7 of 9 controls decided (77 %)
          not sandbox: it has no accountable owner (MCP701)

        """.dropLast()))
  }

  @Test func `one rule's findings about many tools are one, and none is lost`() {
    let text = text()
    #expect(text.contains("high[MCP203] unmet: The arguments of 'refund' are not bounded."))
    #expect(!text.contains("The arguments of 'wipe_all'"))
    #expect(text.contains("… and 2 more: tool 'wipe_all' (servers/payments.yaml:8:11), tool"))
    #expect(text.contains("'pay_out'"))
  }

  @Test func `a group keeps what its members say differently`() {
    let sample = SampleReport()
    let findings = [("a", "The tool 'a' is open."), ("b", "Of 'b' nothing is known.")].map {
      sample.finding("MCP203", .high, .unmet, $0.1, at: nil, member: $0.0)
    }
    let text = HumanReporter().render(sample.report(of: findings))
    #expect(text.contains("high[MCP203] unmet: The tool 'a' is open.\n"))
    #expect(text.contains("   … and tool 'b': Of 'b' nothing is known.\n"))
  }

  @Test func `what nobody has stated comes last, as one list with one word on where it goes`() {
    let sample = SampleReport()
    let name = sample.name
    let findings = [
      sample.finding(
        "MCP701", .critical, .unmet, "The manifest has no `owner`.", at: name,
        keyAdvice: "Elsewhere.",
        isOmission: true),
      sample.finding("MCP105", .high, .unmet, "The scheme is weak.", at: name),
      sample.finding(
        "MCP203", .medium, .unmet, "The manifest has no `limits`.", at: name,
        keyAdvice: "Elsewhere.",
        isOmission: true),
    ]
    let text = HumanReporter().render(sample.report(of: findings))
    #expect(
      text.contains(
        """
        high[MCP105] unmet: The scheme is weak.
        """))
    #expect(
      text.contains(
        """
           = fix: Close the gap that MCP105 names.

        not stated at servers/payments.yaml:1:12
          critical[MCP701] The manifest has no `owner`.
           = fix: Close the gap that MCP701 names.
          medium[MCP203] The manifest has no `limits`.
           = fix: Close the gap that MCP203 names.
           = where: Elsewhere.

        """))
  }

  @Test func `a single thing that nobody has stated is shown as any finding`() {
    let sample = SampleReport()
    let finding = sample.finding(
      "MCP701", .critical, .unmet, "The manifest has no `owner`.",
      at: sample.name, keyAdvice: "Elsewhere.", isOmission: true)
    let text = HumanReporter().render(sample.report(of: [finding]))
    #expect(text.contains("critical[MCP701] unmet: The manifest has no `owner`.\n"))
    #expect(text.contains("   = fix: Close the gap that MCP701 names. Elsewhere.\n"))
    #expect(!text.contains("not stated at"))
  }

  @Test func `several rules that say the same of the same place are one`() {
    let sample = SampleReport()
    let findings = ["MCP701", "MCP702", "MCP705"].map {
      sample.finding($0, .high, .unmet, "The manifest does not say.", at: sample.masked)
    }
    let text = HumanReporter().render(sample.report(of: findings))
    #expect(text.split(separator: "The manifest does not say.").count == 2)
    #expect(
      text.contains("   … and high[MCP702]: The requirement MCP702 holds. Fix: Close the gap"))
    #expect(
      text.contains("   … and high[MCP705]: The requirement MCP705 holds. Fix: Close the gap"))
  }

  @Test func `undecided controls are one line for each reason`() {
    #expect(
      text().contains("\n  2 controls not decided: no audit log was given (MCP401, MCP402)\n"))
    #expect(!text().contains("[MCP401]"))
  }

  @Test func `beyond twelve findings, each has a line`() {
    let sample = SampleReport()
    let findings = (100..<120).map { number in
      sample.finding("MCP\(number)", .low, .unmet, "Finding \(number).", at: nil)
    }
    let text = HumanReporter().render(sample.report(of: findings))
    #expect(text.contains("Finding 111.\n   = rule: MCP111\n   = fix: Close"))
    #expect(
      text.contains("Finding 112. (rule: MCP112)\nlow[MCP113] unmet: Finding 113. (rule: MCP113)\n")
    )
    for number in 100..<120 { #expect(text.contains("Finding \(number).")) }
  }

  @Test func `the gate's answer is the last line`() {
    #expect(
      text().hasSuffix(
        "\ngate: incomplete (1 input could not be read; 2 of 2 servers may not go where they mean to)\n"
      ))
  }

  @Test func `what stops most servers stands before the answer of a gate that does not open`() {
    let text = text(HumanStyle(isQuiet: true))
    let steps = text.split(separator: "what to do first\n").last.map(String.init) ?? ""
    #expect(steps.hasPrefix("  critical[MCP701] stops "), "\(steps)")
    #expect(steps.contains(")\n"))
    let passed = SampleReport().report(of: [], gate: GateDecision(outcome: .passed, reasons: []))
    #expect(!HumanReporter().render(passed).contains("what to do first"))
  }

  @Test func `a quiet report is the summary and the gate's line`() {
    let text = text(HumanStyle(isQuiet: true))
    #expect(text.hasPrefix("server    verdict  needs       risk  critical"))
    #expect(
      text.contains("payments  blocked  production  35.0         4     2       0    0     77 %"))
    #expect(!text.contains("-->"))
    #expect(text.hasSuffix("may not go where they mean to)\n"))
  }

  @Test func `without colours nothing is escaped, and with them only ours is`() {
    #expect(!text().contains("\u{1B}"))
    let colored = text(HumanStyle(usesColor: true))
    #expect(colored.contains("\u{1B}[1;31mcritical[MCP105]\u{1B}[0m contradicted"))
    let plain = ["[0m", "[1m", "[1;31m", "[31m", "[33m", "[36m", "[32m", "[34m"]
      .reduce(colored) { text, sequence in
        text.split(separator: "\u{1B}" + sequence, omittingEmptySubsequences: false).joined()
      }
    #expect(plain == text())
  }

  @Test(arguments: [40, 60, 200])
  func `no source line is wider than the terminal`(width: Int) {
    for line in text(HumanStyle(width: width)).split(separator: "\n") where line.contains(" | ") {
      guard line.first?.isNumber ?? false else { continue }
      #expect(line.unicodeScalars.count <= width)
    }
  }

  @Test func `inputs that were not used are counted by reason and named`() {
    #expect(text().contains("    1 failed\n      1 × a tab indents: broken.yaml\n"))
    #expect(text().contains("    1 not recognised\n      1 × no known keys: notes\\u{202E}.txt\n"))
  }

  @Test func `an empty run has only its summary`() {
    let text = HumanReporter().render(SampleReport.empty)
    #expect(text.contains("0 inputs read"))
    #expect(text.hasSuffix("gate: incomplete (there was nothing to check)\n"))
  }
}
