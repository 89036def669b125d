import Estate
import Reading
import SourceText
import Syntax

/// What bounds the server, and what stops it.
extension ManifestAdapter {
  static func operate(_ server: inout Server, from reader: inout MappingReader) {
    _ = reader.mapping("egress") { egress in
      server.egress.defaultDecision = Stated(egress.choice("default"))
      server.egress.list = Stated(egress.list("allow")?.map(\.count))
      server.egress.allowed = egress.strings("allow")
      server.egress.dns = Stated(egress.string("dns"))
    }
    _ = reader.mapping("limits") { limits in
      server.limits.timeout = Stated(limits.duration("timeout", in: .milliseconds))
      server.limits.maxConcurrency = Stated(limits.integer("max_concurrency"))
      server.limits.maxResultBytes = Stated(limits.byteCount("max_result_bytes"))
      server.limits.maxRetries = Stated(limits.integer("max_retries"))
      server.limits.callsPerMinute = Stated(limits.integer("calls_per_minute"))
      server.limits.rateLimitKeys = Stated(limits.list("rate_limit_by"))
      server.limits.memory = Stated(limits.string("memory"))
      server.limits.sessionBudget = Stated(limits.string("session_budget"))
      server.limits.maxFanOut = Stated(limits.integer("max_fan_out"))
    }
    readKillSwitch(into: &server.containment, from: &reader)
    server.containment.fallback = Stated(reader.string("fallback"))
    server.containment.blastRadius = Stated(reader.string("blast_radius"))
    server.containment.recoveryChecklist = Stated(reader.document("recovery_checklist"))
    readLifecycle(of: &server, from: &reader)
    readDataHandling(of: &server, from: &reader)
  }

  /// A kill switch is a mapping, or its mechanism alone.
  private static func readKillSwitch(
    into containment: inout Containment, from reader: inout MappingReader
  ) {
    guard let node = reader.node("kill_switch") else { return }
    guard node.kind == .mapping else {
      containment.killSwitch = Stated(reader.text(of: node, called: "kill_switch"))
      return
    }
    _ = reader.mapping(at: node, called: "kill_switch") { entry in
      containment.killSwitch = Stated(entry.string("mechanism"))
      containment.killSwitchOwner = Stated(entry.string("owner"))
      containment.killSwitchTested = Stated(entry.date("tested"))
      containment.isPerTool = Stated(entry.boolean("per_tool"))
      containment.isPerEnvironment = Stated(entry.boolean("per_environment"))
    }
  }
}
