import CEL
import Testing

@Suite struct TemplateTests {
  private func render(_ source: String) throws -> String {
    try Template(compiling: source, in: Fleet.environment).render(Fleet.bindings)
  }

  @Test(arguments: [
    ("no hole", "no hole"),
    ("{{server.name}}", "billing"),
    ("{{ server.name }} has {{ server.tools.map(t, t.name) }}.", "billing has refund, invoice."),
    ("{{ 1.5 }} {{ 2.0 }} {{ 10 }} {{ '}}' }} {{ {'a': 1}['a'] }}", "1.5 2 10 }} 1"),
    ("{{ timestamp('2009-02-13T23:31:30Z') }} é", "2009-02-13T23:31:30Z é"),
  ])
  func `holes are replaced by their values`(source: String, text: String) throws {
    #expect(try render(source) == text)
  }

  @Test(arguments: [(1, "refund and 1 more"), (2, "refund, invoice")])
  func `of a long list the first elements are named and the others counted`(
    limit: Int, text: String
  ) throws {
    let template = try Template(
      compiling: "{{ server.tools.map(t, t.name) }}", in: Fleet.environment)
    #expect(template.render(Fleet.bindings, listLimit: limit, orElse: "?") == text)
  }

  @Test func `a problem in a hole is placed in the whole text`() {
    let error = #expect(throws: CompileError.self) { try render("é {{ server.nam }}") }
    #expect(error?.problems.map(\.range) == [13..<16])
    #expect(error?.problems.map(\.suggestion) == ["name"])
  }

  @Test func `a hole that does not end is a problem`() {
    let error = #expect(throws: CompileError.self) { try render("a {{ server.name") }
    #expect(error?.problems.map(\.range) == [2..<4])
  }

  @Test func `a hole without a value fails the text`() {
    #expect(throws: EvaluationError.self) { try render("{{ server.owner }}") }
  }

  @Test func `a hole without a value can be filled, and the others keep theirs`() throws {
    let template = try Template(
      compiling: "{{ server.name }} of {{ server.owner }}", in: Fleet.environment)
    #expect(template.render(Fleet.bindings, orElse: "(not stated)") == "billing of (not stated)")
  }
}
