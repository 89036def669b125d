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

  /// Something without which the agent could not call the tool, nor perhaps others.
  enum Carrier: Hashable, Sendable {
    /// The one rule of the access policy that lets the calls pass.
    case grant(SourceSpan, summary: String)
    /// The one entry of the agent's client for the server.
    case entry(SourceSpan, server: String)
  }

  let key: Key
  let capabilities: [Capability]
  let approval: Approval
  /// What can be taken away instead of the tool; empty where only the log shows that it is reached.
  let carriers: [Carrier]
  /// Where a source lets the agent call the tool.
  let place: SourceSpan
  /// Where a catalog or manifest lists it.
  let entry: SourceSpan?

  /// Why the tool is part of a flow as `kind`; `nil` where it cannot be.
  func reason(for kind: Capability.Kind) -> String? {
    capabilities.first { $0.kind == kind }?.reason
  }
}
