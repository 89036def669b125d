import Estate
import SourceText
import Testing

@testable import Ingest

/// What Envoy's access logs leave out, and what they should.
@Suite struct EnvoyAccessLogTests {
  private static let json = "log_format: {json_format: {t: \"%START_TIME%\"}}"

  private func log(
    _ logs: String, filters: String = "[]", host: String = ""
  ) throws -> (log: AccessLog, place: String?) {
    let sample = try EnvoySample(
      filters: filters, manager: "access_log: [\(logs)],", host: host,
      routes: "[{match: {prefix: /mcp}, route: {cluster: a}}]")
    let stated = try sample.route().accessLog
    return (try #require(stated.value), sample.text(stated.span))
  }

  @Test(arguments: [
    "status_code_filter: {comparison: {op: GE, value: {default_value: 400}}}",
    "status_code_filter: {comparison: {op: LE, value: {default_value: 199}}}",
    "duration_filter: {comparison: {op: GE, value: {default_value: 1000}}}",
    "runtime_filter: {runtime_key: k, percent_sampled: {numerator: 1}}",
    "runtime_filter: {percent_sampled: {numerator: 100, denominator: TEN_THOUSAND}}",
    "response_flag_filter: {flags: [UH]}",
    "header_filter: {header: {name: x-debug, present_match: true}}",
    "grpc_status_filter: {statuses: [INTERNAL]}",
    "and_filter: {filters: [{not_health_check_filter: {}}, {response_flag_filter: {}}]}",
    "or_filter: {filters: [{response_flag_filter: {}}, {header_filter: {header: {name: x}}}]}",
  ]) func `a filter keeps calls out that succeed`(filter: String) throws {
    let (log, place) = try log(
      "{name: envoy.access_loggers.file, filter: {\(filter)}, typed_config: {path: /l, \(Self.json)}}"
    )
    #expect(log.isStructured == true)
    #expect(log.omitsSuccesses)
    #expect(place.map { filter.contains($0) } == true)
  }

  @Test(arguments: [
    "not_health_check_filter: {}", "log_type_filter: {types: [DownstreamEnd]}",
    "status_code_filter: {comparison: {op: GE, value: {default_value: 100}}}",
    "duration_filter: {comparison: {op: GE, value: {default_value: 0}}}",
    "runtime_filter: {percent_sampled: {numerator: 100}}",
    "header_filter: {header: {name: \":path\", string_match: {exact: /health}, invert_match: true}}",
    "grpc_status_filter: {statuses: [OK, INTERNAL]}",
    "or_filter: {filters: [{response_flag_filter: {}}, {not_health_check_filter: {}}]}",
  ]) func `a filter keeps every call`(filter: String) throws {
    let (log, _) = try log("{name: f, filter: {\(filter)}, typed_config: {path: /l, \(Self.json)}}")
    #expect(!log.omitsSuccesses)
  }

  @Test func `of several logs the complete one counts, and /dev/null keeps nothing`() throws {
    let failures =
      "{name: f, filter: {response_flag_filter: {}}, typed_config: {path: /a, \(Self.json)}}"
    let lost = "{name: f, typed_config: {path: /dev/null, \(Self.json)}}"
    let all = "{name: f, typed_config: {path: /b, \(Self.json)}}"
    #expect(try log("\(failures), \(lost), \(all)").log.target == "/b")
    let (log, place) = try log(lost)
    #expect(!log.isKept)
    #expect(place == "/dev/null")
  }

  @Test(arguments: [
    "open_telemetry.v3.OpenTelemetryAccessLogConfig", "grpc.v3.HttpGrpcAccessLogConfig",
  ]) func `what goes to a service has named fields`(type: String) throws {
    let type = "type.googleapis.com/envoy.extensions.access_loggers.\(type)"
    let (log, _) = try log(
      """
      {name: mine, typed_config: {"@type": \(type),
        attributes: {values: [{key: code, value: {string_value: "%RESPONSE_CODE%"}}]}}}
      """)
    #expect(log.isStructured == true)
    #expect(log.fields == ["code"])
  }

  private static func jwt(_ more: String) -> String {
    """
    [{name: envoy.filters.http.jwt_authn, typed_config: {
      providers: {idp: {issuer: i, \(more)}},
      rules: [{match: {prefix: /}, requires: {provider_name: idp}}]}}]
    """
  }

  @Test(arguments: [
    ("%REQ(AUTHORIZATION)%", "[]", ["%REQ(AUTHORIZATION)%"]),
    ("%REQUEST_HEADER(x-a?Cookie):9%", "[]", ["%REQ(Cookie)%"]),
    ("%REQ(authorization)%", jwt("forward: true"), ["%REQ(authorization)%"]),
    ("%REQ(authorization)%", jwt("from_headers: [{name: x-token}]"), ["%REQ(authorization)%"]),
    ("%REQ(authorization)%", jwt(""), []), ("%REQ(x-agent-id)%", "[]", []),
  ]) func `credentials are written that nobody has taken off`(
    field: String, filters: String, found: [String]
  ) throws {
    let (log, _) = try log(
      "{name: f, typed_config: {path: /l, log_format: {json_format: {x: \"\(field)\"}}}}",
      filters: filters)
    #expect(log.credentials.map(\.value) == found)
  }

  @Test func `a header that a route takes off is not in the log`() throws {
    let (log, _) = try log(
      "{name: f, typed_config: {path: /l, log_format: {json_format: {x: \"%REQ(X-Api-Key)%\"}}}}",
      host: "request_headers_to_remove: [x-api-key],")
    #expect(log.credentials.isEmpty)
  }
}
