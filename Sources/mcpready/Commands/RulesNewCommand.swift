import Assessment

/// `mcpready rules new`: writes a rule whose examples already pass.
struct RulesNewCommand {
  let draft: RuleDraft

  /// Writes the rule, and says what to do with it; never over a file that is there.
  func run() throws -> CommandResult {
    guard try RuleCatalog.builtIn().rule(draft.id) == nil else {
      throw UsageError(
        message: "`\(draft.id)` is a rule already; give yours letters of its own, such as ACME001",
        topic: .rules)
    }
    let path = draft.folder + "/" + draft.id.lowercased() + ".yaml"
    do throws(OutputFailure) {
      try OutputFile.create(
        RuleTemplate.text(id: draft.id, subject: draft.subject), at: path)
    } catch {
      throw ConfigurationError("cannot write `\(path)`: \(error.reason)")
    }
    return .answer(
      """
      wrote \(path)
      Change its checks and examples, then run: mcpready rules test --rules \(draft.folder)

      """)
  }
}
