import CEL
import Estate

extension Facts {
  /// What the gateway writes down about calls.
  static let routeLog: [Fact<RouteSubject>] = [
    Fact("logsStructured", .bool, "Whether every call leaves a record with named fields.") {
      subject in
      if let log = subject.route.accessLog.evidence, log.value.isStructured == nil {
        let note = "the format of the access log is defined in no file that was given"
        return .absent(Silence(.gateway, note: note, hint: log.span))
      }
      return .stated(subject.route.accessLog, or: subject.silence(of: .gateway)) {
        .bool($0.isStructured == true && $0.isKept && !$0.omitsSuccesses)
      }
    },
    logged("loggedInputs", "What writes the bodies of calls to the access log.") { $0.rawInputs },
    logged("loggedCredentials", "What writes callers' credentials to the access log.") {
      $0.credentials
    },
  ]

  private static func logged(
    _ name: String, _ summary: String,
    _ pieces: @escaping @Sendable (AccessLog) -> [Evidence<String>]
  ) -> Fact<RouteSubject> {
    Fact(name, .list(.string), summary) { subject in
      let found = subject.route.accessLog.value.map(pieces) ?? []
      return .known(
        .list(found.map { .string($0.value) }), at: found.first?.span ?? subject.route.span)
    }
  }
}
