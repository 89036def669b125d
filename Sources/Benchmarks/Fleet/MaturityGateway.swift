/// The Envoy configuration of a made-up fleet.
struct MaturityGateway {
  private var routes = ""
  private var clusters = ""
  private var providers = ""
  private var tokenRules = ""

  /// What the rate-limit service allows.
  static let rateLimits = """
    domain: mcp
    descriptors:
      - key: agent_id
        descriptors:
          - key: tool_name
            rate_limit: {unit: MINUTE, requests_per_unit: 60}

    """

  /// Adds the route to `server`, with the controls that it has.
  mutating func add(_ server: MaturityServer) {
    routes += """
                              - match: {prefix: /\(server.id)/}
                                route:
                                  cluster: \(server.id)
                                  timeout: 30s

      """
    if server.isRateLimited {
      routes += """
                                    rate_limits:
                                      - actions:
                                          - request_headers: {header_name: x-agent-id, descriptor_key: agent_id}
                                          - request_headers: {header_name: x-mcp-tool-name, descriptor_key: tool_name}

        """
    }
    clusters += """
          - name: \(server.id)
            connect_timeout: 1s
            circuit_breakers: {thresholds: [{max_connections: 64}]}
            load_assignment:
              cluster_name: \(server.id)
              endpoints:
                - lb_endpoints:
                    - endpoint: {address: {socket_address: {address: \(server.id), port_value: 8080}}}

      """
    guard server.verifiesTokens else { return }
    providers += """
                              \(server.id):
                                issuer: https://login.example.com/
                                audiences: [\(server.id)]
                                remote_jwks: {http_uri: {uri: https://login.example.com/jwks, cluster: login, timeout: 2s}}
                                claim_to_headers:
                                  - {header_name: x-agent-id, claim_name: client_id}
                                  - {header_name: x-user-id, claim_name: sub}

      """
    tokenRules += """
                              - match: {prefix: /\(server.id)/}
                                requires: {provider_name: \(server.id)}

      """
  }

  /// The bootstrap file.
  var envoy: String {
    """
    static_resources:
      listeners:
        - name: mcp
          address: {socket_address: {address: 0.0.0.0, port_value: 8443}}
          filter_chains:
            - transport_socket:
                name: envoy.transport_sockets.tls
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext
                  common_tls_context: {}
              filters:
                - name: envoy.filters.network.http_connection_manager
                  typed_config:
                    "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                    stat_prefix: mcp
                    access_log:
                      - name: envoy.access_loggers.file
                        typed_config:
                          "@type": type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog
                          path: /dev/stdout
                          log_format: {json_format: {agent: "%REQ(X-AGENT-ID)%", tool: "%REQ(X-MCP-TOOL-NAME)%", trace: "%REQ(TRACEPARENT)%"}}
                    http_filters:
                      - name: envoy.filters.http.jwt_authn
                        typed_config:
                          "@type": type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication
                          providers:
    \(providers)
                          rules:
    \(tokenRules)
                      - name: envoy.filters.http.rbac
                        typed_config: {matcher: {}}
                      - name: envoy.filters.http.ratelimit
                        typed_config:
                          "@type": type.googleapis.com/envoy.extensions.filters.http.ratelimit.v3.RateLimit
                          domain: mcp
                          rate_limit_service: {grpc_service: {envoy_grpc: {cluster_name: ratelimit}}, transport_api_version: V3}
                      - name: envoy.filters.http.router
                    route_config:
                      name: mcp
                      virtual_hosts:
                        - name: mcp
                          domains: [mcp.example.com]
                          routes:
    \(routes)
      clusters:
    \(clusters)
    """
  }
}
