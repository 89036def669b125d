import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct SecretScannerTests {
  private let secret = "q7RzK2mVx9TbLw4N"

  private func sightings(json: String) throws -> [(text: String, sighting: SecretSighting)] {
    let source = SourceFile(id: SourceID(index: 0), path: "a.json", bytes: Array(json.utf8))
    let tree = try JSONParser.parse(source, dialect: .commented)
    return SecretScanner.sightings(in: tree).map { (source.text(in: $0.span.range), $0) }
  }

  @Test func `a secret is shown at its bytes, with the path that leads there`() throws {
    let found = try sightings(json: #"{"a": {"env": {"API_KEY": "\#(secret)"}}}"#)
    #expect(found.map(\.text) == [secret])
    #expect(found.map(\.sighting.context) == ["a.env.API_KEY"])
  }

  @Test func `a name beside a value, and an option before it, name it too`() throws {
    let beside = try sightings(json: #"[{"name": "API_KEY", "value": "\#(secret)"}]"#)
    #expect(beside.map(\.text) == [secret])
    let option = try sightings(json: #"{"args": ["-y", "pkg", "--api-key", "\#(secret)"]}"#)
    #expect(option.map(\.text) == [secret])
  }

  @Test func `the key of a credential is one, and the key of anything else a name`() throws {
    let credential = try sightings(json: #"{"keyauth_credentials": [{"key": "\#(secret)"}]}"#)
    #expect(credential.map(\.text) == [secret])
    #expect(try sightings(json: #"{"entries": [{"key": "\#(secret)"}]}"#).isEmpty)
  }

  @Test func `a default in a schema is named by its parameter`() throws {
    let found = try sightings(json: #"{"api_key": {"type": "string", "default": "\#(secret)"}}"#)
    #expect(found.map(\.text) == [secret])
  }

  @Test func `places behind escapes are exact`() throws {
    let found = try sightings(json: #"{"x": "caf\u00e9 \ud83d\ude00 --token=\#(secret)"}"#)
    #expect(found.map(\.text) == [secret])
  }

  @Test func `what a Kubernetes Secret says in Base64 is judged by what it says`() throws {
    func secret(_ value: String) -> String {
      #"{"apiVersion": "v1", "kind": "Secret", "data": {"api-key": "\#(value)"}}"#
    }
    // `q7RzK2mVx9TbLw4N`, then `primary-api-key`.
    let found = try sightings(json: secret("cTdSeksybVZ4OVRiTHc0Tg=="))
    #expect(found.map(\.sighting.context) == ["data.api-key"])
    #expect(try sightings(json: secret("cHJpbWFyeS1hcGkta2V5")).isEmpty)
    #expect(try sightings(json: secret("no Base64!")).isEmpty)
  }

  @Test func `comments are read`() throws {
    let found = try sightings(json: "{} // token: \(secret)\n")
    #expect(found.map(\.text) == [secret])
    #expect(found.map(\.sighting.context) == ["a comment"])
  }

  @Test func `nginx arguments are named by those before them`() throws {
    let text = "proxy_set_header Authorization \"Bearer \(secret)xy\"; set $api_key \(secret);"
    let source = SourceFile(id: SourceID(index: 0), path: "a.conf", bytes: Array(text.utf8))
    let found = SecretScanner.sightings(in: try NginxParser.parse(source))
    #expect(found.map { source.text(in: $0.span.range) } == [secret + "xy", secret])
  }
}
