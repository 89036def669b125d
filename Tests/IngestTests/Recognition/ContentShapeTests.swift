import Testing

@testable import Ingest

@Suite struct ContentShapeTests {
  private func shape(_ path: String, _ text: String, declared: FileKind? = nil) -> ContentShape {
    ContentShape(path: path, beginning: Array(text.utf8), isWhole: true, declaredKind: declared)
  }

  @Test func `content decides where the name says nothing`() {
    #expect(shape("a", #"{"server_id": "x"}"#) == .json(isCertain: false))
    #expect(shape("a.tpl.out", "[\n  {\n") == .json(isCertain: false))
    #expect(shape("a", "# manifest\nserver_id: x\n") == .yaml(isCertain: false))
    #expect(shape("default", "server {\n  listen 80;\n}\n") == .nginx)
    #expect(shape("README", "Hello { world }\n") == .document)
    #expect(shape("a.txt", "{{ template }}\n") == .document)
  }

  @Test func `a configuration that is not nginx's is not taken for one`() {
    #expect(shape("a.conf", "location / { proxy_pass http://x; }\n") == .nginx)
    #expect(shape("gzip.conf", "gzip on;\ngzip_types text/css;\n") == .nginx)
    #expect(
      shape("log.conf", "# of\nlog_format j escape=json\n  '{'\n  '\"a\":\"$uri\"'\n  '}';\n")
        == .nginx)
    #expect(shape("agents.conf", "map $ssl_client_s_dn $agent {\n  default \"\";\n}\n") == .nginx)
    for text in [
      "map {\n  a = b\n}\n", "port 6379\nbind 127.0.0.1\n", "[program:x]\ncommand=y ; note\n",
      "key = value\n",
    ] {
      guard case .unrecognized = shape("a.conf", text) else {
        Issue.record("\(text) is \(shape("a.conf", text))")
        continue
      }
    }
  }

  @Test func `a log is known by its first lines, even where one is cut`() {
    let record = #"{"timestamp":"2026-01-01T00:00:00Z","agent_id":"a","tool_name":"t"}"# + "\n"
    #expect(shape("audit.jsonl", record + record) == .log)
    #expect(shape("audit.json", record) == .log)
    #expect(shape("audit", #"{"cut": "# + "\n" + record + record) == .log)
    #expect(shape("spans.json", #"{"resourceSpans":[]}"# + "\n") == .log)
    #expect(shape("data.json", #"{"a": 1}"# + "\n" + #"{"a": 2}"#) == .json(isCertain: true))
    #expect(shape("tools.json", "{\n  \"tools\": []\n}\n") == .json(isCertain: true))
  }

  @Test func `what is no text says why`() {
    func reason(_ bytes: [UInt8]) -> String? {
      let shape = ContentShape(path: "a.json", beginning: bytes, isWhole: true)
      guard case .unrecognized(let reason) = shape else { return nil }
      return reason
    }
    #expect(reason([0x1F, 0x8B, 8])?.contains("gzip") == true)
    #expect(reason([0xFF, 0xFE, 0x7B, 0])?.contains("UTF-16") == true)
    #expect(reason([0x7B, 0, 1])?.contains("binary") == true)
  }

  @Test func `a line of zeros in a log is for the reader of logs to count`() {
    let record = #"{"timestamp":"2026-11-20T10:00:00Z","server_id":"a","tool_name":"b"}"#
    let bytes = Array((record + "\n").utf8) + [0, 0, 0, 0x0A] + Array((record + "\n").utf8)
    #expect(ContentShape(path: "audit.jsonl", beginning: bytes, isWhole: true) == .log)
  }

  @Test func `the policy file settles what the content leaves open`() {
    #expect(shape("a.log", "whatever\n", declared: .auditLog) == .log)
    #expect(shape("a.inc", "x y;\n", declared: .nginx) == .nginx)
    #expect(shape("a.inc", "server_id: x\n", declared: .manifest) == .yaml(isCertain: true))
  }
}
