import Estate
import SourceText
import Syntax

/// One access log that Envoy writes.
struct EnvoyAccessLog {
  private let node: Node
  private let configuration: Node?
  private let format: Node?

  /// Reads an element of `access_log`.
  init(_ node: Node) {
    self.node = node
    let configuration = node["typed_config"]
    self.configuration = configuration
    format =
      configuration["log_format"]["json_format"] ?? configuration["json_format"]
      ?? configuration["typed_json_format"]
  }

  /// Loggers that send messages with named fields, by their names and types.
  private static let messages = [
    (name: "http_grpc", type: "HttpGrpcAccessLogConfig"),
    (name: "open_telemetry", type: "OpenTelemetryAccessLogConfig"),
  ]

  private var isMessage: Bool {
    Self.messages.contains { logger in
      node["name"].endsWith(logger.name) || configuration["@type"].endsWith(logger.type)
    }
  }

  /// Whether it is a record with named fields of every call.
  var isComplete: Bool {
    let log = evidence.value
    return log.isStructured == true && log.isKept && !log.omitsSuccesses
  }

  /// What the log is, at the filter that keeps calls out of it, or at its format.
  var evidence: Evidence<AccessLog> {
    let attributes = configuration["attributes"]["values"].elementsOrSelf
    let fields =
      format?.members.compactMap(\.key.scalarText)
      ?? attributes.compactMap { $0["key"]?.scalarText }
    var log = AccessLog(
      target: configuration["path"]?.scalarText ?? node["name"]?.scalarText ?? "log",
      isStructured: format != nil || isMessage, fields: fields)
    let omission = node["filter"].flatMap(EnvoyLogFilter.omission)
    log.omitsSuccesses = omission != nil
    let path = log.isKept ? nil : configuration["path"]?.span
    let place =
      path ?? omission ?? configuration?.place(of: "log_format")
      ?? configuration?.place(of: "json_format") ?? (node["name"] ?? node).span
    return Evidence(log, at: place, grade: .configured)
  }

  /// The request headers that are written, each with the text that names it, in the order of the file.
  var headers: [(header: EnvoyHeaderReference, span: SourceSpan)] {
    let texts = configuration.map { Self.scalars(in: $0, depth: 0) } ?? []
    return texts.flatMap { text in
      EnvoyHeaderReference.all(in: text.scalarText ?? "").map { ($0, text.span) }
    }
  }

  private static func scalars(in node: Node, depth: Int) -> [Node] {
    guard depth < 8 else { return [] }
    if node.kind == .string { return [node] }
    return node.members.flatMap { scalars(in: $0.value, depth: depth + 1) }
      + node.elements.flatMap { scalars(in: $0, depth: depth + 1) }
  }
}

extension EnvoyConnectionManager {
  /// The access logs of the manager `node`, in order.
  static func accessLogs(of node: Node) -> [EnvoyAccessLog] {
    node["access_log"].elementsOrSelf.map { EnvoyAccessLog($0) }
  }
}

extension EnvoyHeaderOrigins {
  /// The access log with named fields of every call, where several are written; unstated for routes without a
  /// listener.
  var accessLog: Stated<AccessLog> {
    let connection = authentication.scope.connection
    guard !connection.isDetached else { return Stated() }
    let logs = connection.accessLogs
    guard let chosen = logs.first(where: \.isComplete) ?? logs.first else {
      return Stated(
        AccessLog(target: "off", isStructured: false, fields: []), at: connection.anchor,
        grade: .configured)
    }
    var log = chosen.evidence
    let credentials = logs.flatMap(\.headers).filter { isCredential($0.header.name) }.map {
      Evidence("%REQ(\($0.header.written))%", at: $0.span, grade: .configured)
    }
    log = log.map { value in
      var value = value
      value.credentials = credentials
      return value
    }
    return Stated(log)
  }

  private static let credentialHeaders: Set<String> = [
    "authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "apikey",
    "x-auth-token", "x-access-token", "x-forwarded-access-token",
  ]

  /// Whether who reads the log can call with what the header `name` holds.
  ///
  /// Logs are written at the end, when nothing is left of what has been taken off on the way.
  private func isCredential(_ name: String) -> Bool {
    guard Self.credentialHeaders.contains(name), !own.removes(name) else { return false }
    return name != "authorization" || !authentication.takesTokenOff
  }
}
