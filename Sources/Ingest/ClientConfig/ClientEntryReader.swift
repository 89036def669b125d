import Estate
import SourceText
import Syntax

/// Reads one server's entry of a client configuration.
struct ClientEntryReader {
  let agent: String

  /// The entry under `name`.
  func entry(named name: Evidence<String>, _ node: Node) -> ClientEntry {
    var entry = ClientEntry(agent: agent, name: name, span: name.span)
    entry.url = text(
      node["url"] ?? node["serverUrl"] ?? node["httpUrl"] ?? node["server_url"] ?? node["uri"])
    entry.command = command(of: node)
    entry.package = PackageCommand.package(
      command: node["command"] ?? node["cmd"], arguments: node["args"])
    entry.credentialArguments = CredentialArguments.options(of: node["args"])
    entry.transport = transport(of: node["type"] ?? node["transport"])
    entry.passages = PassageReader.passages(
      in: node, named: name.value, leavingOut: Self.technical)
    entry.allowedTools = allowedTools(of: node)
    for key in ["excludeTools", "disabledTools", "disabled_tools"] {
      entry.hiddenTools += texts(node[key])
    }
    entry.approval = approval(of: node["require_approval"] ?? node["requireApproval"])
    entry.autoApprovedTools += texts(
      (node["require_approval"] ?? node["requireApproval"])?["never"]?["tool_names"])
    for key in ["alwaysAllow", "autoApprove", "auto_approve", "always_allow"] {
      entry.autoApprovedTools += texts(node[key])
    }
    if node["trust"]?.boolean == true, let trust = node["trust"] {
      entry.autoApprovedTools.append(Evidence("*", at: trust.span, grade: .configured))
    }
    for key in ["env", "envs", "environment", "headers"] {
      for member in node[key]?.membersList ?? [] {
        if let reference = CredentialReference.reference(in: member.value) {
          entry.credentialReferences.append(reference)
        }
      }
    }
    if let authorization = node["authorization"],
      let reference = CredentialReference.reference(in: authorization)
    {
      entry.credentialReferences.append(reference)
    }
    if let disabled = node["disabled"], let value = disabled.boolean {
      entry.isDisabled = Stated(value, at: disabled.span, grade: .configured)
    } else if let enabled = node["enabled"], let value = enabled.boolean {
      entry.isDisabled = Stated(!value, at: enabled.span, grade: .configured)
    }
    return entry
  }

  /// Members whose texts are read by machines only.
  private static let technical: Set<String> = [
    "command", "cmd", "args", "env", "envs", "environment", "headers", "url", "uri", "cwd",
  ]

  private func command(of node: Node) -> Evidence<String>? {
    let command = node["command"] ?? node["cmd"]
    let words = (command.elementsOrTexts + node["args"].elementsOrTexts).compactMap(\.scalarText)
    guard let command, !words.isEmpty else { return nil }
    return Evidence(words.joined(separator: " "), at: command.span, grade: .configured)
  }

  /// The allow list: a list of names, or an object that holds one (`tool_names`).
  private func allowedTools(of node: Node) -> Stated<[String]> {
    for key in ["allowed_tools", "allowedTools", "includeTools", "enabledTools", "tools"] {
      guard let value = node[key] else { continue }
      let list = value.kind == .mapping ? value["tool_names"] : value
      guard let list, list.kind == .sequence else { continue }
      return Stated(
        list.elements.compactMap(\.scalarText), at: value.span, grade: .configured)
    }
    return Stated()
  }

  /// The transport that the entry names; unstated for words that name none.
  private func transport(of node: Node?) -> Stated<Transport> {
    guard let node, let word = node.string?.lowercased() else { return Stated() }
    let transport: Transport?
    switch word {
    case "sse", "http_sse", "http-sse": transport = .httpSSE
    case "http", "streamable-http", "streamable_http", "streamablehttp": transport = .streamableHTTP
    case "stdio": transport = .stdio
    default: transport = nil
    }
    return Stated(transport.map { Evidence($0, at: node.span, grade: .configured) })
  }

  private func approval(of node: Node?) -> Stated<ApprovalMode> {
    guard let node else { return Stated() }
    if node.kind == .mapping {
      return Stated(.some, at: node.span, grade: .configured)
    }
    switch node.scalarText {
    case "always", "true": return Stated(.always, at: node.span, grade: .configured)
    case "never", "false": return Stated(.never, at: node.span, grade: .configured)
    default: return Stated(.some, at: node.span, grade: .configured)
    }
  }

  private func text(_ node: Node?) -> Evidence<String>? {
    guard let node, let text = node.string else { return nil }
    return Evidence(text, at: node.span, grade: .configured)
  }

  private func texts(_ node: Node?) -> [Evidence<String>] {
    guard let node else { return [] }
    if node.boolean == true { return [Evidence("*", at: node.span, grade: .configured)] }
    return node.elements.compactMap { element in
      element.scalarText.map { Evidence($0, at: element.span, grade: .configured) }
    }
  }
}

extension Node {
  /// The pairs of a mapping as a list.
  var membersList: [(key: Node, value: Node)] { Array(members) }
}

/// Reads which credential a value refers to, without looking at any credential itself.
enum CredentialReference {
  /// The reference in `value`, such as `${env:BILLING_TOKEN}` or `$BILLING_TOKEN`; `nil` for a literal.
  static func reference(in value: Node) -> Evidence<String>? {
    guard let text = value.string, let dollar = text.firstIndex(of: "$") else { return nil }
    let rest = text[dollar...]
    let reference: Substring
    if rest.hasPrefix("${"), let end = rest.firstIndex(of: "}") {
      reference = rest[...end]
    } else {
      reference = rest.prefix { $0 == "$" || $0.isLetter || $0.isNumber || $0 == "_" }
    }
    guard reference.count > 1 else { return nil }
    return Evidence(String(reference), at: value.span, grade: .configured)
  }
}
