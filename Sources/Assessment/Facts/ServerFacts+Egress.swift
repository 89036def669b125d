import CEL
import Estate
import SourceText

/// Where a server may connect to, as several sources say it.
extension Facts {
  /// Of two lists, the one that names a destination more lets the server go where the other does not.
  static func strayDestinations(_ subject: ServerSubject) -> Reading {
    let egress = subject.server.egress
    guard egress.list.statements.count > 1 else {
      return .absent(Silence(.manifest, note: "no two sources list destinations"))
    }
    let lists = egress.list.statements.map { list in
      egress.allowed.filter { $0.span.isInside(list.span) }
    }
    let strays = egress.allowed.filter { entry in
      lists.contains { list in
        !list.contains { Destination($0.value).covers(Destination(entry.value)) }
      }
    }
    return .known(
      .entries(strays, in: .manifest), at: strays.first?.span ?? egress.list.span)
  }
}

/// A destination of a list: a host or range of addresses, with a port where it names one.
private struct Destination {
  let host: Substring
  let port: Substring?

  init(_ text: String) {
    let lower = text.lowercased()
    let parts = lower.split(separator: ":", omittingEmptySubsequences: false)
    let hasPort = parts.count == 2 && parts[1].allSatisfy(\.isNumber)
    host = hasPort ? parts[0] : lower[...]
    port = hasPort ? parts[1] : nil
  }

  /// Whether whoever may reach this destination may reach `other`; without a port, every port is meant, and
  /// a list without ports is no narrower than one with them.
  func covers(_ other: Destination) -> Bool {
    host == "*" || host == other.host && (port == nil || other.port == nil || port == other.port)
  }
}

extension SourceSpan {
  fileprivate func isInside(_ outer: SourceSpan) -> Bool {
    source == outer.source && start >= outer.start && end <= outer.end
  }
}
