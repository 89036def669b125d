import Testing

@testable import Ingest

/// Texts that look like secrets are put together at run time, so that no scanner trips over this file.
@Suite struct SecretDetectorTests {
  private static let random = "q7RzK2mVx9TbLw4NfYh8DcJs3GpEa6UoHiXv5BnZtMk1QrWySd"
  private static let hexadecimal = "9f2c7a41e8b35d06c1f47e92ab3860d5"

  private static func token(_ prefix: String, _ count: Int) -> String {
    prefix + (random + random + random).prefix(count)
  }

  static let families: [(text: String, family: String)] = [
    (token("ghp_", 36), "GitHub token"),
    (token("github_pat_", 82), "GitHub token"),
    (token("glpat-", 20), "GitLab token"),
    (token("sk-ant-api03-", 95), "Anthropic key"),
    (token("sk-proj-", 60), "OpenAI key"),
    (token("sk-", 48), "OpenAI key"),
    ("AKIA" + "Q7RZK2MVX3TBLW4N", "AWS access key ID"),
    (token("AIza", 35), "Google API key"),
    ("xoxb-" + "123904567812-" + random.prefix(24), "Slack token"),
    (token("sk_live_", 24), "Stripe key"),
    (token("npm_", 36), "npm token"),
    (token("pypi-AgEIcHlwaS5vcmc", 60), "PyPI token"),
    ("SG." + random.prefix(22) + "." + (random + random).prefix(43), "SendGrid key"),
    ("SK" + hexadecimal, "Twilio key"),
    ("dop_v1_" + hexadecimal + hexadecimal, "DigitalOcean token"),
    ("hvs." + random.prefix(30), "HashiCorp Vault token"),
    ("hf_" + random.prefix(34), "Hugging Face token"),
  ]

  @Test(arguments: families)
  func `a token is known by its form, wherever it stands`(text: String, family: String) {
    #expect(SecretDetector.matches(in: text).map(\.family) == [family])
    let surrounded = "use \(text), please"
    let match = SecretDetector.matches(in: surrounded)
    #expect(match.map(\.range) == [4..<4 + text.utf8.count])
  }

  @Test func `a JSON Web Token is three parts, and that of jwt dot io is a sample`() {
    let header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
    let payload = "eyJzdWIiOiJhZ2VudC03IiwiYXVkIjoibWNwIn0"
    let signature = Self.random.prefix(43)
    #expect(
      SecretDetector.matches(in: "Bearer \(header).\(payload).\(signature)").map(\.family)
        == ["JSON Web Token"])
    let sample = "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ"
    #expect(
      SecretDetector.matches(in: "\(header).\(sample).SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c")
        == [])
    #expect(SecretDetector.matches(in: "eyJ...") == [])
  }

  @Test func `a private key is known by its body, not by its heading alone`() {
    let heading = "-----BEGIN " + "RSA PRIVATE KEY-----\n"
    #expect(
      SecretDetector.matches(in: heading + Self.random + "\n" + Self.random).map(\.family)
        == ["private key"])
    #expect(SecretDetector.matches(in: heading + "...\n") == [])
  }

  @Test(arguments: [
    ("postgres://app:tR4x9vQz@db.internal/ledger", "tR4x9vQz", "password in a URL"),
    ("Server=db;Password=tR4x9vQz2;", "tR4x9vQz2", "literal password"),
    ("--api-key=q7RzK2mVx9TbLw4N", "q7RzK2mVx9TbLw4N", "literal token or key"),
    (
      "https://x.example.org/?access_token=q7RzK2mVx9TbLw4N&x=1", "q7RzK2mVx9TbLw4N",
      "literal token or key"
    ),
    (
      "Authorization: Bearer q7RzK2mVx9TbLw4NfYh8", "q7RzK2mVx9TbLw4NfYh8",
      "literal authorization"
    ),
    (#"{"client_secret":"q7RzK2mVx9TbLw4N"}"#, "q7RzK2mVx9TbLw4N", "literal token or key"),
  ])
  func `the place gives a literal away`(text: String, secret: String, family: String) throws {
    let match = try #require(SecretDetector.matches(in: text).first)
    #expect(match.family == family)
    #expect(String(decoding: Array(text.utf8)[match.range], as: UTF8.self) == secret)
  }

  @Test(arguments: [
    ("API_KEY", "q7RzK2mVx9TbLw4N"), ("githubToken", "9f2c7a41e8b35d06c1f47e92"),
    ("client_secret", "q7RzK2mVx9TbLw4N"), ("DB_PASSWORD", "hunter2"),
    ("Authorization", "Basic cTdSeksybVZ4OVRiTHc0"), ("X-Api-Key", "q7RzK2mVx9TbLw4N"),
  ])
  func `a literal under the name of a secret is one`(name: String, value: String) {
    #expect(SecretDetector.matches(in: value, named: name).count == 1)
  }

  @Test(arguments: [
    ("API_KEY", "${API_KEY}"), ("API_KEY", "$API_KEY"), ("token", "${input:github-token}"),
    ("token", "${env:GITHUB_TOKEN}"), ("apiKey", "{{ .Values.key }}"), ("apiKey", "<your-key>"),
    ("API_KEY", "your-api-key-here-123456"), ("password", "changeme"),
    ("token", "xxxxxxxxxxxxxxxx"),
    ("secret", "vault:secret/billing/prod"), ("secret", "op://vault/item/field1234"),
    ("private_key", "/etc/keys/server1.pem"), ("token", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"),
    ("api_key", "sha256:9f2c7a41e8b35d06c1f47e92"), ("auth_scheme", "api_key"),
    ("token_lifetime", "q7RzK2mVx9TbLw4N"), ("TOKEN_URL", "https://auth.internal/oauth/token"),
    ("key", "q7RzK2mVx9TbLw4N"), ("description", "q7RzK2mVx9TbLw4N"),
    ("progressToken", "abc123def456"),
    ("token", "service-account-token"), ("password", "string"),
    ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
    ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
    ("Authorization", "Bearer $upstream_token"), ("Authorization", "Bearer ${input:token}"),
    ("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736"), ("input_hash", "sha256:a3f8c2e1d4b5"),
  ])
  func `references, placeholders and identifiers are not secrets`(name: String, value: String) {
    #expect(SecretDetector.matches(in: value, named: name) == [])
    #expect(SecretDetector.matches(in: "\(name)=\(value)") == [])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["token=", "eyJ.", "eyJ-", "://", ":a@", "sk-", "-----BEGIN ", "\"key\":", "ghp_"])
  func `hostile texts end in linear time`(unit: String) {
    let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
    #expect(SecretDetector.matches(in: text, named: "token").count < 2)
  }
}
