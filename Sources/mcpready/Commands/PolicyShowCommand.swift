import Reporting
import SourceText

/// `mcpready policy show`: what counts here, and who decided it.
enum PolicyShowCommand {
  /// The settings that `options` lead to; a policy that a check would refuse is refused here too.
  static func run(_ options: PolicyOptions) throws(ConfigurationError) -> CommandResult {
    let source = try PolicySource.policy(of: options.paths, named: options.policyFile)
    _ = try source.changing(try RuleSource.requirements(options.rules))
    _ = try source.fieldMapping()
    let listing = PolicyListing(
      PolicySettings.all(of: source, profile: options.profile), file: source.source?.path)
    switch options.format {
    case .text: return .answer(listing.text)
    case .json: return .answer(listing.json)
    }
  }
}
