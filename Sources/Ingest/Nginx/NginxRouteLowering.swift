import Estate
import SourceText
import Syntax

/// Lowers one location, or one `if` within it, that passes requests on.
struct NginxRouteLowering {
  let location: NginxLocation
  let target: NginxTarget

  /// The ways by which requests get here, where it is a named location.
  let entrances: [NginxEntrance]

  /// What the servers of the configuration listen on together.
  let listeners: NginxListeners

  let authentication: NginxAuthentication
  let headers: NginxForwardedHeaders

  /// The place to point at for what the location lacks.
  var anchor: SourceSpan { location.span }

  /// `nil` where `location` passes nothing on itself, or by a protocol that MCP does not use.
  init?(_ location: NginxLocation, entrances: [NginxEntrance], listeners: NginxListeners) {
    guard let target = location.target, !target.setting.isInherited,
      target.setting.directive.is("proxy_pass")
    else { return nil }
    self.location = location
    self.target = target
    self.entrances = entrances
    self.listeners = listeners
    authentication = location.authentication
    headers = location.forwardedHeaders
  }

  /// The directive that ends every request before it could be passed on; `nil` where some are.
  var end: NginxSetting? { location.answerToAll ?? location.denialOfAll }

  /// What the location states.
  var route: Route {
    var route = Route(product: "nginx", span: anchor)
    route.blocks = sequence(first: location, next: \.outer).compactMap(\.header?.span)
    route.unread = location.unread.compactMap(\.arguments.first).map {
      Evidence($0.text, at: $0.span, grade: .configured)
    }
    route.hosts = hosts
    route.path = path
    route.hostTables = listeners.places(of: location.server)
    route.upstreams = upstreams
    route.upstreamNames =
      target.upstream.map { upstream in
        [Evidence(upstream.name, at: target.setting.place, grade: .configured)]
      } ?? []
    addSecurity(to: &route)
    route.rateLimits = NginxRateLimits(location: location, entrances: entrances).all
    addTraffic(to: &route)
    return route
  }

  /// What holds where no directive says otherwise, unless one may in a file that was not given.
  func bySilence<Value>(_ value: Value) -> Stated<Value> { location.bySilence(value) }

  private var hosts: [Evidence<String>] {
    // `_` is nobody's name: it is written where a server takes what no other one does.
    let server = location.server
    let names = server.names.filter { $0.text != "_" && !$0.text.isEmpty }
    if names.isEmpty, !listeners.haveAsDefault(server) {
      // What nginx calls a server without a name: requests come here that name no host at all.
      return [Evidence("", at: server.whole.span, grade: .configured)]
    }
    return names.map { Evidence($0.text, at: $0.span, grade: .configured) }
  }

  private var path: Stated<String> {
    let own = location.unconditional
    let ways = entrances.sorted { !$0.isChecked && $1.isChecked }.map(\.place.unconditional)
    let places = (entrances.isEmpty ? [own] : ways).filter { place in
      place.match != nil && (place.header != nil || place.scope != own.scope)
    }
    // One of the ways is enough to tell people, and an error page of the server leads here from everywhere.
    guard let place = places.first, let match = place.match else { return Stated() }
    let word = place.header?.arguments.last
    return Stated(match.pattern, at: word?.span ?? match.span, grade: .configured)
  }

  private var upstreams: [Evidence<String>] {
    if !target.addresses.isEmpty {
      return target.addresses.map { Evidence($0.text, at: $0.span, grade: .configured) }
    }
    let choices = target.authority.variables.flatMap(addresses)
    if !choices.isEmpty { return choices }
    let span = target.setting.directive.arguments.first?.span ?? target.setting.place
    return [Evidence(target.authority.text, at: span, grade: .configured)]
  }

  /// What a `map` or `split_clients` can put in the place of `variable`, upstreams by their members.
  private func addresses(for variable: NginxVariable) -> [Evidence<String>] {
    choices(for: variable).flatMap { word -> [Evidence<String>] in
      guard word.variables.isEmpty else { return [] }
      let name = NginxAddressPieces(NginxExpression(word)).authority.text
      guard let upstream = location.configuration.upstreams[name] else {
        return [Evidence(name, at: word.span, grade: .configured)]
      }
      return upstream.members.map { member in
        Evidence(member.address, at: member.setting.place, grade: .configured)
      }
    }
  }

  /// The values that a `map` or `split_clients` gives `variable`, which alone says where requests go; none
  /// where something else decides too.
  func choices(for variable: NginxVariable) -> [NginxWord] {
    let http = location.configuration.scopes.filter {
      if case .http = $0.kind { true } else { false }
    }
    let choosers = http.flatMap { $0.own(["map", "split_clients"]) }.filter {
      $0.arguments.last?.variables.first?.name == variable.name
    }
    guard target.authority.parts.count == 1, let chooser = choosers.last else { return [] }
    let entries = location.configuration.includes.expanding(chooser.block ?? [])
    return entries.compactMap(\.arguments.last).filter { !$0.text.isEmpty }
  }
}

extension NginxLocation {
  /// What holds where no directive says otherwise, unless one may in a file that was not given.
  func bySilence<Value>(_ value: Value) -> Stated<Value> {
    unread.isEmpty ? Stated(value, at: span, grade: .configured) : Stated()
  }
}

extension NginxConfiguration {
  /// Whether files that are not known include this one, so that what it does not define they may.
  var isFragment: Bool { includes.files.first?.context != .main }
}

extension NginxSetting {
  /// The directive from its name to its last argument, without its end; of one that holds code, the name.
  var place: SourceSpan {
    guard let last = directive.arguments.last, last.form != .luaBlock else {
      return directive.name.span
    }
    return directive.name.span.union(last.span)
  }
}
