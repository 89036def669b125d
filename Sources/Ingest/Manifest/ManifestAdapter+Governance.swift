import Estate
import Reading
import SourceText
import Syntax

/// Who answers for the server, who may call it, and what proves it afterwards.
extension ManifestAdapter {
  static func govern(_ server: inout Server, from reader: inout MappingReader) {
    server.ownership = ownership(from: &reader)
    server.access = access(from: &reader)
    server.credentials = reader.elements("credentials").compactMap {
      credential($0, in: &reader)
    }
    if let list = reader.member("credentials")?.value, list.kind != .null {
      server.credentialCount.state(server.credentials.count, at: list.span)
    }
    _ = reader.mapping("approvals") { approvals in
      server.approverRoles = Stated(approvals.list("approvers"))
      server.approvalRecord = Stated(approvals.string("recorded_in"))
    }
    _ = reader.mapping("audit") { audit in
      server.audit.store = Stated(audit.string("store"))
      server.audit.isImmutable = Stated(audit.boolean("immutable"))
      server.audit.retentionDays = Stated(audit.duration("retention", in: .days))
      server.audit.inputs = Stated(audit.choice("inputs"))
    }
  }

  private static func ownership(from reader: inout MappingReader) -> Ownership {
    var ownership = Ownership()
    ownership.owner = Stated(reader.string("owner"))
    ownership.supportContact = Stated(reader.string("support"))
    ownership.onCall = Stated(reader.string("on_call"))
    ownership.runbook = Stated(reader.document("on_call_runbook"))
    ownership.investigationPlaybook = Stated(reader.document("investigation_playbook"))
    ownership.changelog = Stated(reader.document("changelog"))
    return ownership
  }

  private static func access(from reader: inout MappingReader) -> AccessDeclaration {
    var access = AccessDeclaration()
    access.isAuthenticationRequired = Stated(reader.boolean("auth_required"))
    access.scheme = Stated(reader.choice("auth_scheme", from: ManifestVocabulary.authentication))
    _ = reader.mapping("auth") { auth in
      access.audience = Stated(auth.string("audience"))
      access.tokenLifetime = Stated(auth.duration("token_lifetime", in: .seconds))
      access.tokenLifetimeText = Stated(writtenLifetime(in: &auth, as: access.tokenLifetime))
      access.rotation = Stated(auth.document("rotation"))
      access.revocation = Stated(auth.document("revocation"))
      access.scopes = auth.strings("scopes")
    }
    _ = reader.mapping("identity") { identity in
      access.userIdentity = Stated(identity.string("user"))
      access.clientIdentity = Stated(identity.string("client"))
      access.environmentIdentity = Stated(identity.string("environment"))
      access.tenantIdentity = Stated(identity.string("tenant"))
      access.taskIdentity = Stated(identity.string("task"))
      access.delegation = Stated(identity.string("delegation"))
    }
    return access
  }

  /// The `token_lifetime` that was read as `lifetime`, in the words of the file.
  static func writtenLifetime(
    in reader: inout MappingReader, as lifetime: Stated<Int>
  ) -> Evidence<String>? {
    guard let lifetime = lifetime.evidence else { return nil }
    let node = reader.hasMember("token_lifetime") ? reader.node("token_lifetime") : nil
    guard let text = node?.scalarText, node?.span == lifetime.span else {
      return lifetime.map { "\($0) s" }
    }
    return lifetime.map { _ in text }
  }

  private static func credential(_ node: Node, in reader: inout MappingReader) -> Credential? {
    guard node.kind == .mapping else {
      return reader.text(of: node, called: "credentials").map { named($0) }
    }
    let read = reader.mapping(at: node, called: "an entry of `credentials`") {
      entry -> Credential? in
      let name = entry.required("name")
      let kind = entry.string("kind")
      let environment = entry.string("environment")
      let isShared = entry.boolean("shared")
      let isAdministrative = entry.boolean("admin")
      let clientID = entry.string("client_id")
      let scopes = entry.strings("scopes")
      guard let name else { return nil }
      var credential = named(name)
      credential.kind = Stated(kind)
      credential.environment = Stated(environment)
      credential.isShared = Stated(isShared)
      credential.clientID = Stated(clientID)
      credential.scopes = scopes
      if let isAdministrative { credential.isAdministrative.state(isAdministrative) }
      return credential
    }
    return read ?? nil
  }

  /// A credential known under `name`, which itself states that it is administrative if it says so.
  private static func named(_ name: Evidence<String>) -> Credential {
    var credential = Credential(name: name)
    let words = name.value.lowercased().split { !$0.isLetter }
    if words.contains(where: { ["admin", "administrator", "root", "superuser"].contains($0) }) {
      credential.isAdministrative = Stated(name.map { _ in true })
    }
    return credential
  }
}
