import Estate
import SourceText
import Syntax

/// Lowers Compose files that run Docker's MCP gateway.
///
/// The gateway starts the servers that `--servers` names, or with `--enable-all-servers` those of its catalog,
/// as containers of its own, and shows their tools, or those that `--tools` names, under one address. What
/// stands in `~/.docker/mcp` of the machine that runs it is not known here.
enum DockerGatewayAdapter {
  /// Whether `document` is a Compose file with the gateway among its services.
  static func recognizes(_ document: Node) -> Bool {
    !gateways(in: document).isEmpty
  }

  /// How many gateways are given all servers of a catalog: an estate has few, and many would multiply.
  private static let mostWithCatalogs = 32

  /// The servers that the gateways of `documents` start, and the ways that lead to them; `catalogs` are those
  /// of the estate.
  static func lower(_ documents: [Node], catalogs: [Node]) -> Contribution {
    var contribution = Contribution()
    for (index, (name, node)) in documents.flatMap(gateways).enumerated() {
      let gateway = DockerGatewayService(
        name: name, node: node, catalogs: index < mostWithCatalogs ? catalogs : [])
      for server in gateway.servers {
        contribution.clientEntries.append(gateway.entry(for: server))
        if let route = gateway.route(to: server) { contribution.routes.append(route) }
      }
    }
    return contribution
  }

  private static func gateways(in document: Node) -> [(name: Node, service: Node)] {
    document["services"].membersOrNone.compactMap { key, service in
      guard key.scalarText != nil, let image = service["image"]?.scalarText,
        image == "docker/mcp-gateway" || image.hasPrefix("docker/mcp-gateway:")
          || image.hasPrefix("docker/mcp-gateway@")
      else { return nil }
      return (key, service)
    }
  }
}

extension DockerGatewayAdapter {
  /// One entry for each server that `entry`, a client's, reaches through a gateway that it starts itself
  /// (`docker mcp gateway run --servers=…`); `entry` alone where it starts none.
  static func entries(behind entry: ClientEntry, _ node: Node) -> [ClientEntry] {
    guard let command = node["command"], let text = command.string else { return [entry] }
    var words: [DockerGatewayOptions.Word] = text.split(separator: " ").map {
      (String($0), command.span)
    }
    words += (node["args"].map { Array($0.elements) } ?? []).compactMap { argument in
      argument.scalarText.map { ($0, argument.span) }
    }
    guard words.first?.text.split(separator: "/").last == "docker",
      words.dropFirst().prefix(3).map(\.text) == ["mcp", "gateway", "run"]
    else { return [entry] }
    let options = DockerGatewayOptions(words: Array(words.dropFirst(4)))
    let entries = options.servers.map { server in
      var own = entry
      own.name = server
      if !own.allowedTools.isStated { own.allowedTools = options.tools(of: server.value) }
      return own
    }
    return entries.isEmpty ? [entry] : entries
  }
}
