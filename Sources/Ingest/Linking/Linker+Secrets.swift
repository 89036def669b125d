import Estate
import SourceText

extension Linker {
  private static let mostSharing = 100

  /// Gives each secret to the servers that its file speaks about there; returns those of no server.
  ///
  /// In a gateway's file, a secret belongs to the servers of the innermost block around it, and outside every
  /// block to none of several servers. In any other file about several servers, it belongs to the one that was
  /// mentioned last before it.
  ///
  /// What more servers share than `mostSharing` is the fleet's.
  mutating func linkSecrets(_ sightings: [SecretSighting]) -> [SecretSighting] {
    let mentions = Mentions(of: servers.values)
    let blocks = ServerBlocks(of: servers.values)
    var homeless: [SecretSighting] = []
    for sighting in sightings.sorted(by: { $0.span < $1.span }) {
      let ids: Set<String>
      if let only = mentions.onlyServer(in: sighting.span.source) {
        ids = [only]
      } else if let around = blocks.servers(around: sighting.span) {
        ids = around.count > Self.mostSharing ? [] : around
      } else {
        ids = mentions.server(before: sighting.span).map { [$0] } ?? []
      }
      for id in ids.sorted() { update(id) { $0.secrets.append(sighting) } }
      if ids.isEmpty { homeless.append(sighting) }
    }
    return homeless
  }
}

/// Where each file mentions servers.
private struct Mentions {
  private var places: [SourceID: [(span: SourceSpan, id: String)]] = [:]
  private var onlyServers: [SourceID: String] = [:]

  init(of servers: some Collection<Server>) {
    for server in servers {
      for source in server.sources {
        places[source.span.source, default: []].append((source.span, server.id))
      }
    }
    for source in places.keys {
      places[source]?.sort { ($0.span, $0.id) < ($1.span, $1.id) }
      let ids = Set((places[source] ?? []).map(\.id))
      if ids.count == 1 { onlyServers[source] = ids.first }
    }
  }

  /// The one server that the file mentions; `nil` where there are several or none.
  func onlyServer(in source: SourceID) -> String? { onlyServers[source] }

  /// The server that was mentioned last before `span`, or else the first one of the file.
  func server(before span: SourceSpan) -> String? {
    let places = places[span.source] ?? []
    return (places.last { $0.span.start <= span.start } ?? places.first)?.id
  }
}

/// The parts of gateways' files that are about some of the servers alone.
private struct ServerBlocks {
  private struct Block {
    let span: SourceSpan
    var ids: Set<String>
    /// The place in the list of the block around this one.
    var parent: Int?
  }

  private var blocks: [SourceID: [Block]] = [:]

  init(of servers: some Collection<Server>) {
    var ids: [SourceSpan: Set<String>] = [:]
    for server in servers {
      let spans = server.routes.flatMap(\.blocks) + server.clientEntries.compactMap(\.block)
      for span in spans { ids[span, default: []].insert(server.id) }
    }
    // Of blocks that begin at one place, the larger one is around the other.
    let sorted = ids.keys.sorted {
      $0.source == $1.source && $0.start == $1.start ? $0.end > $1.end : $0 < $1
    }
    for span in sorted {
      var list = blocks.removeValue(forKey: span.source) ?? []
      var parent = list.indices.last
      while let index = parent, list[index].span.end < span.end { parent = list[index].parent }
      list.append(Block(span: span, ids: ids[span] ?? [], parent: parent))
      blocks[span.source] = list
    }
  }

  /// The servers of the innermost block around `span`: none where it stands outside of all, `nil` where the
  /// file has no blocks.
  func servers(around span: SourceSpan) -> Set<String>? {
    guard let list = blocks[span.source] else { return nil }
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
    }
    var index: Int? = low > 0 ? low - 1 : nil
    while let candidate = index, list[candidate].span.end < span.end {
      index = list[candidate].parent
    }
    return index.map { list[$0].ids } ?? []
  }
}
