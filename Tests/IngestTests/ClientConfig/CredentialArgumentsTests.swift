import Estate
import SourceText
import Syntax
import Testing

@testable import Ingest

@Suite struct CredentialArgumentsTests {
  private func options(_ arguments: String) throws -> [String] {
    let parsed = try ParsedText(json: "[\(arguments)]")
    return CredentialArguments.options(of: try parsed.root).map {
      "\($0.value) at \(parsed.text($0.span) ?? "nowhere")"
    }
  }

  @Test(arguments: [
    (#""--api-key", "abc""#, [#"--api-key at "abc""#]),
    (#""--token=${T}""#, [#"--token at "--token=${T}""#]),
    (#""-x", "--access_key", "${K}""#, [#"--access_key at "${K}""#]),
    (#""--db.password", "p", "--verbose""#, [#"--db.password at "p""#]),
  ])
  func `an option named after a credential is found at its value`(
    arguments: String, expected: [String]
  ) throws {
    #expect(try options(arguments) == expected)
  }

  @Test(arguments: [
    #""--token-file", "/run/secrets/t""#, #""--max-tokens", "100""#, #""--key", "tls.pem""#,
    #""--password", "--verbose""#, #""--token""#, #""token", "abc""#, "",
  ])
  func `a file, a limit or an option without a value is none`(arguments: String) throws {
    #expect(try options(arguments) == [])
  }
}
