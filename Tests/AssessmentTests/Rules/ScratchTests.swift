import Assessment
import SourceText
import Testing
@Test func scratch() {
  do { let c = try RuleCatalog.builtIn(); print(c.rules.count) } catch {
    for d in error.diagnostics where !d.message.contains("no examples") { print(d.span.source.index, d.span.start, d.message, d.expected ?? "", d.advice ?? "") }
    print(error.diagnostics.count)
  }
}
