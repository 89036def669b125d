import Estate
import Testing

@Suite struct IdentityCarrierTests {
  @Test(arguments: [
    ("claim:sub", IdentityCarrier.Kind.claim, "sub"), ("header X-Agent-ID", .header, "X-Agent-ID"),
    ("Header: X-Agent-ID", .header, "X-Agent-ID"), ("certificate:subject", .certificate, "subject"),
    ("constant:prod", .constant, "prod"), ("argument:tenant_id", .argument, "tenant_id"),
    ("name of the login", .other, ""), ("", .other, ""), ("claim", .claim, ""),
  ])
  func `the first word says what carries an identity`(
    text: String, kind: IdentityCarrier.Kind, name: String
  ) {
    #expect(IdentityCarrier(text).kind == kind)
    #expect(IdentityCarrier(text).name == name)
  }
}
