import SourceText
import Syntax

/// A zone in which nginx counts requests or connections by a key.
struct NginxLimitZone: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case requests
    case connections
  }

  let kind: Kind
  let name: String

  /// What is counted apart, such as `$binary_remote_addr`; requests whose key is empty are not limited.
  let key: NginxWord

  /// The rate as written, such as `10r/s`; `nil` for connections.
  let rate: String?

  let span: SourceSpan

  /// The rate as requests a minute.
  var requestsPerMinute: Int? { rate.flatMap(NginxUnits.requestsPerMinute) }

  /// The zone that a `limit_req_zone` or `limit_conn_zone` defines; `nil` for any other directive.
  init?(_ directive: NginxDirective) {
    switch directive.name.text {
    case "limit_req_zone": kind = .requests
    case "limit_conn_zone": kind = .connections
    default: return nil
    }
    let setting = NginxSetting(directive: directive, isInherited: false)
    guard let key = directive.arguments.first, let zone = setting.parameter("zone") else {
      return nil
    }
    self.key = key
    name = String(zone.prefix { $0 != ":" })
    rate = setting.parameter("rate")
    span = directive.span
  }
}

/// A limit that holds at a location.
struct NginxLimit: Sendable {
  let setting: NginxSetting

  /// The name of the zone that it counts in.
  let zoneName: String

  /// The zone; `nil` where none of that name and kind is defined, so that nginx would not start.
  let zone: NginxLimitZone?

  /// Those who decide the key: a client that does can escape the limit by changing it.
  let key: NginxValue?

  /// How many requests may exceed the rate, or how many connections one key may have.
  let allowance: Int?

  /// Whether excess requests within the allowance are not delayed.
  let isWithoutDelay: Bool

  /// Whether the limit is only counted, not enforced.
  let isDryRun: Bool
}

extension NginxLocation {
  /// The `limit_req` in force.
  var requestLimits: [NginxLimit] {
    settings("limit_req").map { setting in
      limit(
        setting, .requests, zoneName: setting.parameter("zone") ?? "",
        allowance: setting.parameter("burst").flatMap(Int.init),
        isDryRun: self.setting("limit_req_dry_run")?.value == "on")
    }
  }

  /// The `limit_conn` in force.
  var connectionLimits: [NginxLimit] {
    settings("limit_conn").map { setting in
      limit(
        setting, .connections, zoneName: setting.value,
        allowance: setting.values.last.flatMap(Int.init),
        isDryRun: self.setting("limit_conn_dry_run")?.value == "on")
    }
  }

  private func limit(
    _ setting: NginxSetting, _ kind: NginxLimitZone.Kind, zoneName: String, allowance: Int?,
    isDryRun: Bool
  ) -> NginxLimit {
    let found = configuration.limitZones[zoneName]
    let zone = found?.kind == kind ? found : nil
    return NginxLimit(
      setting: setting, zoneName: zoneName, zone: zone, key: zone.map { value($0.key) },
      allowance: allowance, isWithoutDelay: setting.values.contains("nodelay"), isDryRun: isDryRun)
  }
}
