/// Takes the bytes of one report piece by piece, so that no report has to be held whole.
///
/// Reporters write fragments and JSON to it, in which whatever came from an input is escaped; there is no way
/// to write a bare text.
public final class ReportOutput {
  private let receive: ([UInt8]) -> Void

  /// An output whose pieces go to `receive`, each behind those that came before.
  public init(_ receive: @escaping ([UInt8]) -> Void) {
    self.receive = receive
  }

  /// Takes `fragment`.
  package func write<Language>(_ fragment: Fragment<Language>) {
    receive(fragment.bytes)
  }

  /// Takes a piece of what `writer` has written.
  func write(_ writer: borrowing JSONWriter) {
    receive(writer.bytes)
  }
}

/// A part of a report's text, which is written when somebody asks for it.
public struct ReportPart: Sendable {
  private let writing: @Sendable (ReportOutput) -> Void

  /// A part that `writing` writes.
  init(_ writing: @escaping @Sendable (ReportOutput) -> Void) {
    self.writing = writing
  }

  /// Writes the part to `output`.
  public func write(to output: ReportOutput) {
    writing(output)
  }
}
