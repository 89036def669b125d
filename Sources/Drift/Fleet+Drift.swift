public import Estate

extension Fleet {
  /// Notes for each server that a lock file keeps how it differs from what is kept.
  ///
  /// A tool that is defined in the lock and, because no catalog of its server was given, nowhere else has
  /// not changed for all that is known.
  public mutating func compareWithLocks() {
    for index in servers.indices {
      guard let locked = servers[index].locked,
        let current = ServerContract(of: servers[index])
      else { continue }
      let hasCatalog = servers[index].mention(in: .catalog) != nil
      servers[index].drift = ContractComparison(from: locked, to: current).changes.filter {
        hasCatalog || $0.kind != .definition
      }
    }
  }
}
