import SourceText
import Syntax
import Testing

@testable import Ingest

struct EnvoyShapeTests {
  @Test(arguments: [
    ("listeners: []", []),
    ("listeners:", []),
    ("timeout: 0.25s", []),
    (
      "static_resources: []",
      ["Envoy cannot read `static_resources`, and refuses the configuration at []"]
    ),
    (
      "a: {http_filters: none}",
      ["Envoy cannot read `http_filters`, and refuses the configuration at none"]
    ),
    ("virtual_hosts: {name: a}", []),
    ("virtual_hosts: a", ["Envoy cannot read `virtual_hosts`, and refuses the configuration at a"]),
    (
      "routes: [{route: {timeout: soon}}]",
      ["Envoy cannot read `timeout`, and refuses the configuration at soon"]
    ),
    (
      "routes: [{route: {timeout: 5m}}]",
      ["Envoy cannot read `timeout`, and refuses the configuration at 5m"]
    ),
    ("routes: [[a]]", ["an element of `routes` is no mapping at [a]"]),
    ("request_headers_to_remove: [x-agent-id]", []),
  ])
  func `fields of another shape are faults at their places`(
    text: String, expected: [String]
  ) throws {
    let source = SourceFile(id: SourceID(index: 0), path: "envoy.yaml", bytes: Array(text.utf8))
    let document = try #require(try YAMLParser.parse(source).root)
    let faults = EnvoyShape.faults(in: document).map { fault in
      "\(fault.message) at \(source.text(in: fault.span.range))"
    }
    #expect(faults == expected)
  }
}
