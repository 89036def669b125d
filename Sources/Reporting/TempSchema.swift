public import SourceText
public enum ReportSchema { public static var text: String { "{}" } }
extension HumanReporter {
  public static func diagnosticsText(_ d: [Diagnostic], in l: SourceLibrary) -> String {
    d.map {
      let p = l.location(of: $0.span);
      return
        "\(p.path):\(p.start.line):\(p.start.column): \($0.message) (expected: \($0.expected ?? "")) \($0.advice ?? "")\n"
    }.joined()
  }
}
