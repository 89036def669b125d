import CEL
import Estate
import SourceText

/// What the registry entry leaves out.
extension Facts {
  static let serverInventory: [Fact<ServerSubject>] = [
    .missingKeys("missingRegistration", "Keys of a complete registry entry that are not there.") {
      missingRegistration($0.server)
    },
    .missingKeys("missingInventory", "Keys on data, writes and reach that are not there.") {
      missingInventory($0)
    },
    Fact("catalogReference", .string, key: "catalog", "The tool catalog that the manifest names.") {
      subject in
      .stated(subject.server.catalogReference, or: subject.silence(of: .manifest)) {
        .string($0.text)
      }
    },
    .document(
      "catalogResolves", from: .manifest, key: "catalog", "Whether that file is in the estate."
    ) { $0.server.catalogReference },
    Fact("catalogFault", .string, "What is wrong with that file, as the end of a sentence.") {
      let reference = $0.server.catalogReference.evidence
      return .text(reference.map { catalogFault(of: $0.value) } ?? "", at: reference?.span)
    },
    Fact("catalogBreaksOff", .bool, "That the catalog goes on elsewhere; unknown of a whole one.") {
      subject in
      guard let place = subject.server.catalogBreak else {
        return .absent(subject.silence(of: .catalog))
      }
      return .flag(true, at: place)
    },
    Fact(
      "untiedCatalog", .string,
      "Why its catalog is tied to none of the servers that are registered."
    ) { subject in
      guard let reason = subject.server.untiedCatalog.evidence else {
        return .absent(subject.silence(of: .catalog))
      }
      return .text(reason.value, at: reason.span)
    },
    Fact(
      "sensitiveTools", .list(.object("entry")),
      "Tools that handle more sensitive data than the server's entry admits."
    ) { subject in
      guard let stated = subject.server.dataSensitivity.evidence else {
        return .absent(subject.silence(of: .manifest))
      }
      let above = subject.server.tools.filter { ($0.sensitivity.value ?? .public) > stated.value }
      return .known(
        .parts(above.map(\.name), as: entry, in: .manifest) { name in
          above.first { $0.name == name }?.sensitivity.span
        }, at: above.first?.sensitivity.span ?? stated.span,
        rival: subject.server.dataSensitivity.disagreement?.second.span)
    },
  ]

  private static func catalogFault(of reference: DocumentReference) -> String {
    switch reference.target {
    case .missing: "is not there"
    case .emptyFile: "is empty"
    case .otherFile: "lists no tools"
    case .file, .outside, .address, .unresolved: ""
    }
  }

  private static func missingRegistration(_ server: Server) -> [String] {
    var missing: [String] = []
    if !server.ownership.owner.isStated { missing.append("owner") }
    if !server.ownership.supportContact.isSaid { missing.append("support") }
    if !server.tier.isStated { missing.append("tier") }
    if !server.dataDomain.isSaid { missing.append("data_domain") }
    if !server.version.isStated { missing.append("version") }
    if !server.transport.isStated, !server.impliedTransport.isStated {
      missing.append("transport")
    }
    // That there is no service level is an answer.
    if !server.slaTier.isSaid, server.slaTier.value?.lowercased() != "none" {
      missing.append("sla_tier")
    }
    if server.isRemote == true {
      if !server.endpoint.isStated { missing.append("endpoint") }
      if !server.access.scheme.isStated { missing.append("auth_scheme") }
    }
    return missing
  }

  /// Seed 0, week 1: data sensitivity, write capability, authentication, downstream impact.
  private static func missingInventory(_ subject: ServerSubject) -> [String] {
    let server = subject.server
    var missing = server.dataSensitivity.isStated ? [] : ["data_sensitivity"]
    let unclassed = server.tools.filter { tool in
      tool.isEnabled.value != false && (tool.manifestEntry ?? tool.catalogEntry) != nil
        && !tool.declaredClass.isStated
    }
    if server.tools.isEmpty { missing.append("tools") }
    missing +=
      unclassed.count > 3
      ? ["tools.class (of \(unclassed.count) tools)"]
      : unclassed.map { "tools.\($0.name).class" }
    if server.isRemote != false, !server.access.scheme.isStated {
      missing.append("auth_scheme")
    }
    if !server.operations.downstreamCount.isStated { missing.append("downstream") }
    return missing
  }
}
