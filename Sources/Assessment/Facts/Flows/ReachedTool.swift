import Estate
import SourceText

/// One tool that an agent can call, with what it can be part of.
struct ReachedTool: Sendable {
  /// A tool of a server.
  struct Key: Hashable, Comparable, Sendable {
    let server: String
    let tool: String

    static func < (left: Key, right: Key) -> Bool {
      (left.server, left.tool) < (right.server, right.tool)
    }

    /// The tool as a sentence names it.
    var text: String { "'\(tool)' of \(server)" }
  }

  /// Whether a person looks at each call, and who says so.
  struct Approval: Hashable, Sendable {
    /// Where a client, gateway or server enforces it, or the log shows it.
    var enforcement: SourceSpan?
    /// Where a manifest, or a policy that nothing enforces, claims it.
    var claim: SourceSpan?
    /// Where some source lets calls pass without one.
    var waiver: SourceSpan?
  }

  /// What lets the agent call the tool, and can be taken away.
  enum Carrier: Hashable, Sendable {
    /// One rule of the access policy.
    case grant(SourceSpan, summary: String)
    /// A client's entry for a server.
    case entry(SourceSpan, server: String)
    /// The tool alone, because several rules, or only the log, show that it can be called.
    case tool(Key)
  }

  let key: Key
  let capabilities: [Capability]
  let approval: Approval
  let carrier: Carrier
  /// Where a source lets the agent call the tool.
  let place: SourceSpan

  /// Why the tool is part of a flow as `kind`; `nil` where it cannot be.
  func reason(for kind: Capability.Kind) -> String? {
    capabilities.first { $0.kind == kind }?.reason
  }
}
