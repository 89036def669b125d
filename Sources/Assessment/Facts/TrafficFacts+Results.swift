import CEL
import Estate
import SourceText

/// A result that was larger than its tool's limit.
struct OversizedResult: Sendable {
  let tool: String
  let bytes: Int
  let limit: Int
}

/// How large results were.
extension Facts {
  static let trafficResults: [Fact<TrafficSubject>] = [
    Fact("largestResultBytes", .int, "The size of the largest result that a record states.") {
      subject in
      let largest = subject.traffic.tools.values.compactMap(\.largestOutput)
        .max { ($0.value, $1.span) < ($1.value, $0.span) }
      guard let largest else { return .absent(noSizes(subject)) }
      return .number(largest.value, at: largest.span)
    },
    Fact(
      "oversizedResults", .list(.object("oversizedResult")),
      "Tools of which a record states a larger result than their limit, or the server's, allows."
    ) { oversizedResults($0) },
  ]

  /// A tool with a result that was larger than its limit.
  static let oversizedResult = FactType<PartSubject<OversizedResult>>(
    "oversizedResult",
    [
      Fact("tool", .string, "The tool.") { .text($0.part.tool, at: $0.span) },
      Fact("bytes", .int, "The size of its largest result.") {
        .number($0.part.bytes, at: $0.span)
      },
      Fact("limit", .int, "The most bytes that its own entry, or its server's, allows.") {
        .number($0.part.limit, at: $0.span)
      },
    ])

  private static func oversizedResults(_ subject: TrafficSubject) -> Reading {
    var oversized: [(result: OversizedResult, span: SourceSpan)] = []
    var inside: SourceSpan?
    for tool in subject.server.tools {
      let limit = tool.maxResultBytes.value ?? subject.server.limits.maxResultBytes.value
      guard let limit, limit > 0, let largest = tool.traffic?.largestOutput else { continue }
      inside = inside ?? largest.span
      guard largest.value > limit else { continue }
      let result = OversizedResult(tool: tool.name, bytes: largest.value, limit: limit)
      oversized.append((result, largest.span))
    }
    guard let inside else { return .absent(noSizes(subject)) }
    return .known(
      .list(
        oversized.map { result, span in
          .object(FactObject(PartSubject(result, at: span, in: .log), as: oversizedResult))
        }), at: oversized.first?.span ?? inside)
  }

  private static func noSizes(_ subject: TrafficSubject) -> Silence {
    Silence(.log, mention: subject.traffic.sample, note: "no record states the size of a result")
  }
}
