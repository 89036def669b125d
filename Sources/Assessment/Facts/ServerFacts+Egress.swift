import CEL
import Estate
import SourceText

/// Where a server may connect to, as several sources say it.
extension Facts {
  static let serverEgress: [Fact<ServerSubject>] = [
    Fact(
      "egressAllowed", .list(.object("entry")), key: "egress.allow",
      "Destinations that it may connect to."
    ) {
      subject in
      guard let list = subject.server.egress.list.evidence else {
        return .absent(subject.silence(of: .manifest))
      }
      return .known(.entries(subject.server.egress.allowed, in: .manifest), at: list.span)
    },
    Fact(
      "openDestinations", .list(.object("entry")), key: "egress.allow",
      "Those of them that let everything out, or next to everything."
    ) { subject in
      guard let list = subject.server.egress.list.evidence else {
        return .absent(subject.silence(of: .manifest))
      }
      let open = subject.server.egress.allowed.filter { OpenDestination.matches($0.value) }
      return .known(.entries(open, in: .manifest), at: open.first?.span ?? list.span)
    },
    .choice(
      "egressDefault", from: .manifest, key: "egress.default", "What happens to other destinations."
    ) {
      $0.server.egress.defaultDecision
    },
    Fact(
      "strayDestinations", .list(.object("entry")),
      "Destinations of one source's list that another's lacks; known where two list some."
    ) {
      strayDestinations($0)
    },
    .text("egressNames", from: .manifest, key: "egress.dns", "Which names it may resolve.") {
      $0.server.egress.dns
    },
  ]

  /// Of two lists, the one that names a destination more lets the server go where the other does not.
  private static func strayDestinations(_ subject: ServerSubject) -> Reading {
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
