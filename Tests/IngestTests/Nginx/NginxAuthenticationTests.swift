import Testing

@testable import Ingest

struct NginxAuthenticationTests {
  @Test(arguments: [
    ("", "none"),
    ("auth_basic realm; auth_basic_user_file f;", "basic"),
    ("auth_basic realm;", "none"),
    ("auth_basic off; auth_basic_user_file f;", "none"),
    ("auth_request /auth;", "request"),
    ("auth_request /open;", "none"),
    ("auth_request off;", "none"),
    ("auth_jwt realm; auth_jwt_key_file f;", "jwt"),
    ("allow 10.0.0.0/8; deny all;", "address"),
    ("allow 10.0.0.0/8;", "none"),
    ("allow all; deny all;", "none"),
    ("satisfy any; allow 10.0.0.0/8; deny all; auth_jwt r;", "address"),
    ("satisfy any; allow all; auth_jwt r;", "none"),
    ("satisfy any; allow 10.0.0.0/8; auth_jwt r;", "address"),
    ("auth_oidc provider;", "openID"),
    ("access_by_lua_block { check() }", "none"),
    ("satisfy any; auth_jwt r; auth_basic r; auth_basic_user_file f;", "basic"),
    ("satisfy all; allow all; auth_jwt r;", "jwt"),
    ("if ($http_x_api_key != \"k\") { return 401; }", "staticKey"),
    ("if ($http_authorization = \"\") { return 401; }", "none"),
    ("if ($client = \"\") { return 401; }", "staticKey"),
    ("if ($client = \"\") { set $x 1; }", "none"),
    ("if ($anyone = \"\") { return 401; }", "none"),
  ])
  func `what must be proven is what nginx enforces`(text: String, method: String) throws {
    let sample = NginxSample(
      """
      http {
        map $http_x_api_key $client { default ""; "k1" "one"; }
        map $http_authorization $anyone { default ""; "~^Bearer .+" "one"; }
        server {
          location = /auth { internal; proxy_pass http://auth; }
          location = /open { return 204; }
          location /mcp { \(text) proxy_pass http://a; }
        }
      }
      """)
    let decision = try sample.location("/mcp").authentication.decision
    #expect("\(decision)" == method)
  }

  @Test(arguments: [
    ("ssl_verify_client on;", "listen 443 ssl;", "clientCertificate"),
    ("ssl_verify_client on;", "listen 80;", "none"),
    ("ssl_verify_client optional;", "listen 443 ssl;", "none"),
    (
      "ssl_verify_client optional; if ($ssl_client_verify != SUCCESS) { return 403; }",
      "listen 443 ssl;", "clientCertificate"
    ),
    (
      "ssl_verify_client optional_no_ca; if ($ssl_client_verify = NONE) { return 403; }",
      "listen 443 ssl;", "none"
    ),
    (
      "ssl_verify_client optional; if ($bad_cert) { return 403; }", "listen 443 ssl;",
      "clientCertificate"
    ),
    (
      "ssl_verify_client optional; if ($agent = \"\") { return 403; }", "listen 443 ssl;",
      "clientCertificate"
    ),
    (
      "ssl_verify_client optional; if ($ssl_client_s_dn !~ CN=) { return 403; }",
      "listen 443 ssl;", "clientCertificate"
    ),
    (
      "ssl_verify_client optional; if ($ssl_client_s_dn = CN=old) { return 403; }",
      "listen 443 ssl;", "none"
    ),
    (
      "ssl_verify_client optional_no_ca; if ($ssl_client_s_dn = \"\") { return 403; }",
      "listen 443 ssl;", "none"
    ),
    (
      """
      ssl_verify_client optional_no_ca; set $ok 0;
      if ($ssl_client_verify = SUCCESS) { set $ok 1; } if ($ok = 0) { return 403; }
      """, "listen 443 ssl;", "clientCertificate"
    ),
  ])
  func `a client certificate counts where nginx insists on it`(
    text: String, listen: String, method: String
  ) throws {
    let sample = NginxSample(
      """
      http { map $ssl_client_verify $bad_cert { default 1; SUCCESS 0; }
        map $ssl_client_s_dn $agent { CN=a agent-a; }
        server { \(listen) \(text) location /mcp { } } }
      """)
    let decision = try sample.location("/mcp").authentication.decision
    #expect("\(decision)" == method)
  }

  @Test func `the deciding directive and the way around it are named`() throws {
    let sample = NginxSample(
      """
      http { auth_basic "MCP"; auth_basic_user_file f; server { location /in { }
        location /weak { satisfy any; allow 10.0.0.0/8; deny all; }
        location /off { auth_basic off; } } }
      """)
    let inherited = try sample.location("/in").authentication
    #expect(sample.text(inherited.decidingSetting) == "auth_basic \"MCP\";")
    #expect(inherited.decidingSetting?.isInherited == true)
    let weak = try sample.location("/weak").authentication
    #expect(sample.text(weak.alternative) == "satisfy any;")
    #expect(weak.bypasses.map { sample.text($0) } == ["allow 10.0.0.0/8;"])
    #expect(weak.checks.map(\.method) == [.basic, .address])
    #expect(try sample.location("/off").authentication.checks.isEmpty)
  }

  @Test func `code that may turn callers away is shown, not judged`() throws {
    let sample = NginxSample("http { server { access_by_lua_block { check() } location / { } } }")
    let found = try sample.location("/").authentication
    #expect(found.decision == .none)
    #expect(found.unjudged.map { sample.text($0) } == ["access_by_lua_block { check() }"])
  }

  @Test func `a check that lets everybody through says why`() throws {
    let sample = NginxSample("http { server { location / { auth_basic realm; } } }")
    let found = try sample.location("/").authentication.ineffective
    #expect(found.map { sample.text($0.setting) } == ["auth_basic realm;"])
    #expect(found.first?.reason.contains("auth_basic_user_file") == true)
  }
}
