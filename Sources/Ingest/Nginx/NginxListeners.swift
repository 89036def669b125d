import SourceText

/// The sockets of one configuration, on each of which nginx chooses a server by the host that is asked for.
struct NginxListeners: Sendable {
  private struct Address: Hashable {
    let host: String
    let port: Int

    init(_ socket: NginxServer.Socket) {
      host = socket.address
      port = socket.port
    }
  }

  /// One socket, which several servers may share.
  private struct Listener {
    /// The first server's.
    let place: SourceSpan
    /// The level of the server that takes requests for hosts that no server names.
    var defaultServer: Int
  }

  private var listeners: [Address: Listener] = [:]

  /// The sockets of `servers`, all of one configuration.
  init(of servers: [NginxServer]) {
    for server in servers {
      for socket in server.sockets {
        // Without `default_server`, the first one takes what is left.
        let place = socket.setting?.place ?? server.whole.span
        let address = Address(socket)
        var listener =
          listeners[address] ?? Listener(place: place, defaultServer: server.scope)
        if socket.isDefault { listener.defaultServer = server.scope }
        listeners[address] = listener
      }
    }
  }

  /// Whether requests for hosts that no server names come to `server` on one of its sockets.
  func haveAsDefault(_ server: NginxServer) -> Bool {
    server.sockets.contains { listeners[Address($0)]?.defaultServer == server.scope }
  }

  /// The places that stand for the sockets of `server`, the same for every server that shares one.
  func places(of server: NginxServer) -> [SourceSpan] {
    server.sockets.compactMap { listeners[Address($0)]?.place }
  }
}
