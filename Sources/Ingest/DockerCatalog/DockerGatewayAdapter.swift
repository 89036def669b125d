import Estate
import SourceText
import Syntax

/// Lowers Compose files that run Docker's MCP gateway.
///
/// The gateway starts the servers that `--servers` names as containers of its own, and shows their tools,
/// or those that `--tools` names, under one address. What stands in `~/.docker/mcp` of the machine that
/// runs it is not known here.
enum DockerGatewayAdapter {
  /// Whether `document` is a Compose file with the gateway among its services.
  static func recognizes(_ document: Node) -> Bool {
    !gateways(in: document).isEmpty
  }

  /// The servers that the gateways of `document` start, and the ways that lead to them.
  static func lower(_ document: Node) -> Contribution {
    var contribution = Contribution()
    for (name, service) in gateways(in: document) {
      let options = DockerGatewayOptions(service)
      for server in options.servers {
        contribution.clientEntries.append(
          entry(for: server, options, agent: "Docker MCP gateway " + name))
        if let route = route(to: server, options) { contribution.routes.append(route) }
      }
    }
    return contribution
  }

  private static func gateways(in document: Node) -> [(name: String, service: Node)] {
    document["services"].membersOrNone.compactMap { key, service in
      guard let name = key.scalarText, let image = service["image"]?.scalarText,
        image == "docker/mcp-gateway" || image.hasPrefix("docker/mcp-gateway:")
          || image.hasPrefix("docker/mcp-gateway@")
      else { return nil }
      return (name, service)
    }
  }

  private static func entry(
    for server: Evidence<String>, _ options: DockerGatewayOptions, agent: String
  ) -> ClientEntry {
    var entry = ClientEntry(agent: agent, name: server, span: server.span)
    entry.transport = Stated(.stdio, at: server.span, grade: .configured)
    let tools = options.list("tools")
    if let first = tools.first {
      entry.allowedTools = Stated(tools.map(\.value), at: first.span, grade: .configured)
    }
    return entry
  }

  /// How callers reach `server`; `nil` where the gateway only talks to the process that started it.
  private static func route(
    to server: Evidence<String>, _ options: DockerGatewayOptions
  ) -> Route? {
    guard let transport = options.value("transport"), transport.value != "stdio" else {
      return nil
    }
    var route = Route(product: "Docker MCP gateway", span: server.span)
    route.upstreams = [server]
    // The gateway serves plain HTTP.
    route.isTLS = Stated(false, at: transport.span, grade: .configured)
    if let open = options.switchedOn("allow-unauthenticated") {
      route.authentication = Stated(RouteAuthentication.none, at: open, grade: .configured)
    } else if let token = options.environment("MCP_GATEWAY_AUTH_TOKEN") {
      route.authentication = Stated(.apiKey, at: token, grade: .configured)
    }
    // An interceptor may decide about calls; what it does is not written here.
    if options.list("interceptor").isEmpty {
      route.hasAuthorizationPolicy = Stated(false, at: server.span, grade: .configured)
    }
    let isSilent = options.value("log-calls").map { $0.value == "false" } ?? false
    route.accessLog = Stated(
      AccessLog(target: isSilent ? "off" : "stdout", isStructured: false, fields: []),
      at: options.value("log-calls")?.span ?? server.span, grade: .configured)
    return route
  }
}

/// The options with which Docker's gateway is started.
struct DockerGatewayOptions {
  private let service: Node
  private let given: [(name: String, value: Evidence<String>)]

  /// Reads the `command` of `service`, a list of words or one text.
  init(_ service: Node) {
    self.service = service
    let words = service["command"].elementsOrTexts.flatMap { node in
      (node.scalarText ?? "").split(separator: " ").map { (text: String($0), span: node.span) }
    }
    var given: [(name: String, value: Evidence<String>)] = []
    var announced: (name: String, span: SourceSpan)?
    for word in words {
      if !word.text.hasPrefix("--"), let name = announced {
        given.append((name.name, Evidence(word.text, at: word.span, grade: .configured)))
        announced = nil
        continue
      }
      if let name = announced {
        given.append((name.name, Evidence("true", at: name.span, grade: .configured)))
      }
      announced = nil
      let option = word.text.drop { $0 == "-" }
      if let sign = option.firstIndex(of: "=") {
        let value = String(option[option.index(after: sign)...])
        given.append(
          (String(option[..<sign]), Evidence(value, at: word.span, grade: .configured)))
      } else {
        announced = (String(option), word.span)
      }
    }
    if let announced {
      given.append((announced.name, Evidence("true", at: announced.span, grade: .configured)))
    }
    self.given = given
  }

  /// The servers that are started.
  var servers: [Evidence<String>] { list("servers") }

  /// The last value of `name`.
  func value(_ name: String) -> Evidence<String>? { given.last { $0.name == name }?.value }

  /// Where the option `name` stands, which needs no value.
  func switchedOn(_ name: String) -> SourceSpan? {
    value(name).flatMap { $0.value == "false" ? nil : $0.span }
  }

  /// The values of `name`, which may be given several times and hold several values each.
  func list(_ name: String) -> [Evidence<String>] {
    given.filter { $0.name == name }.flatMap { option in
      option.value.value.split(separator: ",").map { part in option.value.map { _ in String(part) }
      }
    }
  }

  /// Where the variable `name` is set, in either form that Compose takes.
  func environment(_ name: String) -> SourceSpan? {
    let variables = service["environment"]
    if let member = variables?.member(name) { return member.key.span }
    guard variables?.kind == .sequence else { return nil }
    return variables.elementsOrTexts.first { $0.scalarText?.hasPrefix(name + "=") == true }?.span
  }
}
