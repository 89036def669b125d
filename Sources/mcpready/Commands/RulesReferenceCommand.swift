import Assessment
import Reporting

/// `mcpready rules reference`: writes the pages of every rule.
enum RulesReferenceCommand {
  /// Writes the reference of `catalog` into `folder`, over what an earlier run wrote there.
  static func run(
    _ catalog: RuleCatalog, into folder: String
  ) throws(ConfigurationError) -> CommandResult {
    let pages = RuleReference.pages(of: catalog.rules)
    for page in pages {
      let path = folder + "/" + page.name
      do throws(DescriptorWriter.Failure) {
        try OutputFile.makeFolder(of: path)
      } catch {
        throw ConfigurationError("cannot make `\(folder)`: \(error.reason)")
      }
      do throws(OutputFailure) {
        try OutputFile.write(page.text, to: path)
      } catch {
        throw ConfigurationError(error.message)
      }
    }
    return .answer("wrote \(pages.count) pages to \(folder)\n")
  }
}
