/// Work on many things that do not depend on each other, spread over the processor's cores.
enum ParallelWork {
  /// The results of `work` on each of `items`, in their order.
  static func results<Item: Sendable, Result: Sendable>(
    of items: [Item], _ work: @escaping @Sendable (Item) async -> Result
  ) async -> [Result] {
    if let only = items.first, items.count == 1 { return [await work(only)] }
    return await withTaskGroup(of: (Int, [Result]).self) { group in
      // Neighbours share a task, because most items are small; many tasks level out those that are not.
      let size = max(1, min(16, items.count / 64))
      for start in stride(from: 0, to: items.count, by: size) {
        let part = items[start..<min(start + size, items.count)]
        group.addTask {
          var results: [Result] = []
          results.reserveCapacity(part.count)
          for item in part { results.append(await work(item)) }
          return (start, results)
        }
      }
      var parts: [(start: Int, results: [Result])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.start < $1.start }.flatMap(\.results)
    }
  }
}
