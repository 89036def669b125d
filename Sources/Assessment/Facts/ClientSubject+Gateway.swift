import CEL
import Estate
import SourceText

extension ClientSubject {
  /// The address by which the client goes round the gateway: that of an upstream of one of the server's
  /// routes, at a host that no route answers to; `nil` where it does not.
  var bypassingURL: Evidence<String>? {
    guard entry.isDisabled.value != true, let url = entry.url,
      let address = HostAndPort(url: url.value)
    else { return nil }
    let hosts = Set(server.routes.flatMap(\.hosts).map { $0.value.lowercased() })
    guard !hosts.contains(address.host) else { return nil }
    let upstreams = server.routes.flatMap(\.upstreams).map { $0.value.lowercased() }
    return upstreams.contains("\(address.host):\(address.port)") ? url : nil
  }
}

extension ClientSubject {
  /// The tools that the gateway shows to the client's agent, whichever route it takes; `nil` where the client
  /// may not come through the gateway, or some route does not say.
  var toolsAtGateway: Evidence<[String]>? {
    guard let address = entry.url.flatMap({ HostAndPort(url: $0.value) }),
      let place = server.routes.first?.tools.span,
      server.routes.allSatisfy({ $0.isReached(at: address.host) })
    else { return nil }
    var shown: Set<String> = []
    for route in server.routes {
      guard let selection = route.tools.value else { return nil }
      shown.formUnion(selection.names(for: entry.agent))
    }
    return shown.isEmpty ? nil : Evidence(shown.sorted(), at: place, grade: .configured)
  }
}

extension Route {
  /// Whether it answers to the host `name`, in lower case.
  fileprivate func isReached(at name: String) -> Bool {
    hosts.isEmpty || hosts.contains { $0.value == "*" || $0.value.lowercased() == name }
  }
}

extension ClientSubject {
  /// Tools that the log shows its agent calling with success, and that its allow list does not name.
  var unlistedCalls: Reading {
    guard let allowed = entry.allowedTools.evidence, !allowed.value.contains("*") else {
      return .absent(silence(of: .client))
    }
    guard let traffic = server.traffic, let calls = traffic.grants[entry.agent] else {
      return .absent(Silence(.log, note: "no record of the audit log names the agent"))
    }
    let strays = calls.filter { tool, count in
      count.matching > 0 && !allowed.value.contains(tool)
    }.sorted { $0.key < $1.key }
    return .known(
      .parts(strays.map(\.key), as: Facts.entry, in: .log) { calls[$0]?.sample },
      at: strays.first?.value.sample ?? traffic.sample)
  }
}

/// Whom a URL leads to.
private struct HostAndPort {
  let host: String
  let port: Int

  /// The host, in lower case, and the port of `url`; `nil` for what is no address of the web.
  init?(url: String) {
    let lower = url.lowercased()
    let isSecure = lower.hasPrefix("https://")
    guard isSecure || lower.hasPrefix("http://") else { return nil }
    let rest = lower.dropFirst(isSecure ? 8 : 7)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let place = authority.split(separator: "@").last ?? ""
    let parts = place.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty else { return nil }
    host = String(name)
    port = parts.count == 2 ? Int(parts[1]) ?? 0 : isSecure ? 443 : 80
  }
}
