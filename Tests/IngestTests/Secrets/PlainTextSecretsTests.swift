import Estate
import SourceText
import Testing

@testable import Ingest

/// Secrets in files that no adapter reads.
@Suite struct PlainTextSecretsTests {
  private static let token = "ghp_R7dK2mQ9xV4tB8nW3zY6cL1pS5fJ0hGaT2eU"
  private static let manifest = "server_id: ledger\nversion: 1.0.0\ntransport: stdio\n"

  private func secrets(in path: String, _ text: String) async -> [String] {
    let result = await Intake.read(files: [
      (path: path, bytes: Array(text.utf8)),
      (path: "servers/ledger.yaml", bytes: Array(Self.manifest.utf8)),
    ])
    return result.fleet.secrets.map { sighting in
      let file = result.library[sighting.span.source]
      return "\(file.path) \(sighting.context): \(file.text(in: sighting.span.range))"
    }
  }

  @Test(arguments: [
    (
      "secret.yaml", "apiVersion: v1\nkind: Secret\nstringData:\n  token: \(token)\n",
      "stringData.token"
    ),
    ("map.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  token: \(token)\n", "data.token"),
    ("plain.yaml", "settings:\n  token: \(token)\n", "settings.token"),
    ("plain.json", #"{"token": "\#(token)"}"#, "token"),
    ("deploy.sh", "curl -H 'Authorization: Bearer \(token)'\n", "the text"),
    ("README.md", "Use \(token) to begin.\n", "the text"),
    ("settings.toml", "token = '\(token)'\n", "the text"),
    ("broken.json", #"{"token": "\#(token)""#, "the text"),
  ])
  func `a token is seen in every text`(path: String, text: String, context: String) async {
    #expect(await secrets(in: path, text) == ["\(path) \(context): \(Self.token)"])
  }

  @Test func `a line that sets a variable is read by its name`() async {
    let text =
      "# a comment\nexport DB_PASSWORD='tR4!vbq9Zz'\nAPI_KEY=q7RzK2mVx9TbLw4N\r\nHOST=a.b\n"
    #expect(
      await secrets(in: "live.env", text) == [
        "live.env DB_PASSWORD: tR4!vbq9Zz", "live.env API_KEY: q7RzK2mVx9TbLw4N",
      ])
  }

  @Test(arguments: [
    "password = readPassword(1)\n", "API_KEY=${VAULT_KEY}\n", "API_KEY=changeme-please-1234\n",
    "TOKEN_URL=https://login.example.com/t0ken4\n", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n",
    "api_key = lookup(\"K9xTq2mVb7RzL4wN\")\n",
  ])
  func `programs, references and stand-ins hold no secret`(text: String) async {
    #expect(await secrets(in: "main.py", text).isEmpty)
  }

  @Test func `what is no text is not looked at`() async {
    #expect(await secrets(in: "image.bin", "\0\0 \(Self.token)").isEmpty)
  }
}
