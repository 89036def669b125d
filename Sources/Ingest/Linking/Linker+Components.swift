import Estate

extension Linker {
  /// Gives what Backstage says to the servers of the components' names.
  ///
  /// Backstage writes owners as references to its groups, which no manifest does: an owner there counts
  /// where the manifest names none, or certainly another one, and never as another word for the same team.
  mutating func linkComponents(_ components: [CatalogComponent]) {
    for component in components {
      guard let id = registered.id(for: component.name.value) else {
        if component.isServer { refuse(component) }
        continue
      }
      update(id) { server in
        let owner = server.ownership.owner.value
        if owner.map(component.hasAnotherOwner) ?? true {
          server.ownership.owner.merge(component.owner)
        }
        server.lifecycle.merge(
          server.lifecycle.isStated ? component.knownLifecycle : component.lifecycle)
      }
      // What a manifest does not say is missing there and not in Backstage.
      if servers[id]?.mention(in: .manifest) == nil {
        mention(id, in: .manifest, at: component.name.span)
      }
    }
  }

  private mutating func refuse(_ component: CatalogComponent) {
    unlinked.append(
      Unlinked(
        kind: .manifest, subject: "Backstage component `\(component.name.value)`",
        span: component.name.span, reason: "no manifest registers a server of that name"))
  }
}
