import CEL
import Estate
import SourceText

extension Facts {
  /// An exception from a rule.
  static let exception = FactType<PartSubject<ExceptionRegister.Entry>>(
    "exception",
    [
      Fact("rule", .string, "The rule that it is from, as written; nothing where it names none.") {
        .text($0.part.record.rule.value ?? "", at: $0.part.record.rule.span ?? $0.span)
      },
      Fact("flaw", .string, "What keeps it from counting, or nothing.") {
        .text($0.part.flaw?.reason ?? "", at: $0.part.flaw?.span ?? $0.span)
      },
      Fact("isExpired", .bool, "Whether its last day is over.") {
        .flag($0.part.isExpired, at: $0.part.record.expiry.span ?? $0.span)
      },
      Fact("lastDay", .string, "The last day on which it holds; nothing where it names none.") {
        .text(
          $0.part.record.expiry.value?.description ?? "",
          at: $0.part.record.expiry.span ?? $0.span)
      },
    ])

  /// Exceptions by which a server is let pass.
  static let serverExceptions: [Fact<ServerSubject>] = [
    Fact("exceptions", .list(.object("exception")), "Exceptions that name the server.") { subject in
      exceptions(
        subject.context.exceptions.own.filter { $0.server == subject.server.id },
        silence: "no exception names the server")
    }
  ]

  /// Exceptions that name no server of the fleet.
  static let fleetExceptions: [Fact<FleetContext>] = [
    Fact(
      "strayExceptions", .list(.object("exception")),
      "Exceptions that name no server that exists, and those in comments."
    ) { context in
      exceptions(
        context.exceptions.own.filter { $0.server == nil },
        silence: "every exception names a server")
    }
  ]

  private static func exceptions(
    _ entries: [ExceptionRegister.Entry], silence: String
  ) -> Reading {
    guard let first = entries.first else { return .absent(Silence(.record, note: silence)) }
    return .known(
      .parts(entries, as: exception, in: .record) { $0.record.span }, at: first.record.span)
  }
}
