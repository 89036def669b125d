import Estate
import SourceText
import Testing

@testable import Ingest

/// Who calls, as limits, logs and upstreams learn it, and what the configuration says of TLS.
@Suite struct NginxIdentityTests {
  @Test func `the access log takes the agent from the client even where the upstream does not`()
    throws
  {
    let sample = NginxRouteSample(
      http:
        #"log_format calls escape=json '{"agent":"$http_x_agent_id","ua":"$http_user_agent"}';"#,
      server: "access_log /var/log/calls.json calls;",
      location: "auth_jwt t; proxy_set_header X-Agent-ID $jwt_claim_client_id;")
    let headers = try sample.route().identityHeaders
    #expect(headers.map(\.name) == ["x-agent-id", "x-agent-id"])
    #expect(headers.map(\.origin.value) == [.verified, .client])
    #expect(headers.map(\.reader) == [.upstream, .accessLog])
    #expect(sample.text(headers.last?.origin.span) == "$http_x_agent_id")
  }

  @Test func `a log that shows what nginx has verified takes nothing from the client`() throws {
    let sample = NginxRouteSample(
      http: """
        map $ssl_client_s_dn $agent { default unknown; CN=a a; }
        log_format calls escape=json '{"agent":"$agent"}';
        """,
      server: "ssl_verify_client on; access_log /var/log/calls.json calls;",
      location: "")
    #expect(try sample.route().identityHeaders.isEmpty)
  }

  @Test func `a header that the client decides is one fault, however many trust it`() throws {
    let sample = NginxRouteSample(
      http: """
        limit_req_zone $http_x_agent_id zone=calls:1m rate=2r/s;
        log_format calls '$http_x_agent_id';
        """,
      server: "access_log /var/log/calls.json calls;",
      location: "limit_req zone=calls; proxy_set_header X-Agent-ID $http_x_agent_id;")
    #expect(try sample.route().identityHeaders.map(\.reader) == [.upstream])
  }

  @Test(arguments: [
    ("", "x-user-id", IdentityHeader.Origin.client), ("", "x_user_id", .removed),
    ("underscores_in_headers on;", "x_user_id", .client),
    ("proxy_pass_request_headers off;", "x-user-id", .removed),
    ("proxy_set_header X-On-Behalf $jwt_claim_sub; auth_jwt t;", "x-on-behalf", .verified),
    ("access_by_lua_file /etc/nginx/a.lua;", "x-user-id", .unknown),
    ("more_set_input_headers 'X-User-ID: a';", "x-user-id", .unknown),
  ])
  func `what becomes of any header is known`(
    text: String, name: String, origin: IdentityHeader.Origin
  ) throws {
    let route = try NginxRouteSample(location: text).route()
    #expect(route.origin(ofHeader: name)?.value == origin)
    #expect(route.origin(ofHeader: name.uppercased())?.value == origin)
  }

  @Test func `TLS versions and ciphers are those of the file, and no defaults`() throws {
    let sample = NginxRouteSample(
      server: "ssl_protocols TLSv1 TLSv1.1 TLSv1.2; ssl_ciphers HIGH:!aNULL;", location: "")
    let tls = try sample.route().tls
    #expect(tls.versions.value == [.tls10, .tls11, .tls12])
    #expect(sample.text(tls.versions.span) == "ssl_protocols TLSv1 TLSv1.1 TLSv1.2")
    #expect(sample.reading(tls.ciphers) == ["HIGH:!aNULL at ssl_ciphers HIGH:!aNULL"])
    #expect(sample.reading(tls.isUpstreamEncrypted) == ["false at http://tools:8080"])
    #expect(!tls.verifiesUpstream.isStated)
    #expect(!(try NginxRouteSample(location: "").route().tls.versions.isStated))
  }

  @Test(arguments: [("", false), ("proxy_ssl_verify on;", true)])
  func `nginx checks its upstream only where it is told to`(text: String, verifies: Bool) throws {
    let sample = NginxRouteSample(files: [
      "nginx.conf": """
      http { server { listen 443 ssl; location / { \(text) proxy_pass https://tools:8443; } } }
      """
    ])
    let tls = try sample.route().tls
    #expect(tls.isUpstreamEncrypted.value == true)
    #expect(tls.verifiesUpstream.value == verifies)
  }
}
