import SourceText
import Syntax
import Testing

@testable import Ingest

struct RateLimitDomainTests {
  private func faults(in text: String) throws -> [String] {
    let source = SourceFile(id: SourceID(index: 0), path: "limits.yaml", bytes: Array(text.utf8))
    let document = try #require(try YAMLParser.parse(source).root)
    return RateLimitDomain.faults(in: document).map { fault in
      "\(fault.message) at \(source.text(in: fault.span.range))"
    }
  }

  @Test(arguments: [
    ("{key: a, rate_limit: {unit: minute, requests_per_unit: 1}}", []),
    ("{key: a, rate_limit: {unlimited: true}}", []),
    ("{key: a, metadata: {anything: [1, 2]}}", []),
    (
      "{key: a, ratelimit: {unit: minute, requests_per_unit: 1}}",
      ["the rate-limit service knows no key 'ratelimit' at ratelimit"]
    ),
    (
      "{key: a, rate_limit: {unit: moment, requests_per_unit: 1}}",
      ["'moment' is no unit of a rate limit at moment"]
    ),
    (
      "{key: a, rate_limit: {requests_per_unit: 1}}",
      ["the rate limit has no unit at {requests_per_unit: 1}"]
    ),
    (
      "{key: a, value: b}, {key: a, value: b}",
      ["a descriptor with the same key and value stands beside this one at a"]
    ),
    ("{key: a}, {key: a, value: b}", []),
    ("{value: b}", ["a descriptor has no key at {value: b}"]),
    (
      "a",
      [
        "the rate-limit service takes lists of mappings only at a", "a descriptor has no key at a",
      ]
    ),
    ("{0.25: a, key: b}", ["this key is no text at 0.25"]),
  ])
  func `what the service refuses is said at its place`(
    descriptors: String, expected: [String]
  ) throws {
    #expect(try faults(in: "domain: mcp\ndescriptors: [\(descriptors)]") == expected)
  }

  @Test func `an empty domain is none`() throws {
    #expect(
      try faults(in: "domain: ''\ndescriptors: []") == [
        "the rate-limit service takes no empty domain at ''"
      ])
  }

  @Test func `the advice is the key that was probably meant`() throws {
    let source = SourceFile(
      id: SourceID(index: 0), path: "limits.yaml",
      bytes: Array("domain: a\ndescriptors: [{key: a, ratelimit: {}}]".utf8))
    let document = try #require(try YAMLParser.parse(source).root)
    #expect(RateLimitDomain.faults(in: document).first?.advice == "Write `rate_limit`.")
  }
}
