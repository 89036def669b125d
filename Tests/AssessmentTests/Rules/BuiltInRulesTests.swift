import Assessment
import TestSupport
import Testing

@Suite struct BuiltInRulesTests {
  private static let generated = "Sources/Assessment/Rules/BuiltInRules+Files.swift"

  @Test func `the rules that are compiled in are the files of the folder Rules`() throws {
    let wanted = try Self.source()
    if Recording.isOn {
      try Recording.write(wanted, to: Self.generated)
      Issue.record("recorded \(Self.generated); run the tests again without MCPREADY_RECORD")
    }
    #expect(
      try Recording.text(at: Self.generated) == wanted,
      "run MCPREADY_RECORD=1 swift test --filter BuiltInRulesTests and build again")
  }

  @Test func `every rule that is compiled in loads`() throws {
    let catalog = try RuleCatalog.builtIn()
    #expect(catalog.rules.count == BuiltInRules.files.count)
  }

  /// The Swift file that holds every file of `Rules/` as a string.
  private static func source() throws -> String {
    var text = """
      // Generated from the folder Rules: MCPREADY_RECORD=1 swift test --filter BuiltInRulesTests
      // swift-format-ignore-file

      extension BuiltInRules {
        /// Every file of the folder `Rules`, by its path.
        public static let files: [(path: String, text: String)] = [

      """
    for name in try Recording.names(in: "Rules") where name.hasSuffix(".yaml") {
      let content = try #require(try Recording.text(at: "Rules/" + name))
      // Three number signs: no rule writes them, and none of its own quotes ends the string.
      text += "(\"Rules/\(name)\", ###\"\"\"\n\(content)\"\"\"###),\n"
    }
    return text + "  ]\n}\n"
  }
}
