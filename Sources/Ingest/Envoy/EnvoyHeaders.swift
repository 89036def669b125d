import Estate
import SourceText
import Syntax

/// Request headers that Envoy sets on the way to the upstream.
struct EnvoyHeaders {
  /// The route configuration, virtual host and route, each of which may add and remove headers.
  let layers: [Node?]

  /// A header that is added, and its value.
  private struct Addition {
    let name: String
    let value: Node
    let text: String
  }

  private var additions: [Addition] {
    layers.flatMap { layer in
      layer["request_headers_to_add"].elementsOrSelf.compactMap { entry in
        let header = entry["header"]
        guard let name = header["key"]?.scalarText, let value = header["value"],
          let text = value.scalarText
        else { return nil }
        return Addition(name: name.lowercased(), value: value, text: text)
      }
    }
  }

  /// Headers about identity: set from the client's word, from something verified, or taken off.
  var identityHeaders: [IdentityHeader] {
    let added = additions.filter { IdentityHeaderName.matches($0.name) }.map { addition in
      IdentityHeader(
        name: addition.name,
        origin: Evidence(
          Self.origin(of: addition.text), at: addition.value.span, grade: .configured),
        expression: addition.text)
    }
    let removed = layers.flatMap { layer in
      layer["request_headers_to_remove"].elementsOrTexts.compactMap { entry -> IdentityHeader? in
        guard let name = entry.scalarText?.lowercased(), IdentityHeaderName.matches(name) else {
          return nil
        }
        return IdentityHeader(
          name: name, origin: Evidence(.removed, at: entry.span, grade: .configured),
          expression: "")
      }
    }
    return added + removed
  }

  /// The place at which one fixed credential is set for every caller.
  var fixedCredential: SourceSpan? {
    additions.first { addition in
      addition.name == "authorization" && Self.origin(of: addition.text) == .constant
    }?.value.span
  }

  /// Where the value of a header comes from, by Envoy's command operators.
  private static func origin(of text: String) -> IdentityHeader.Origin {
    let upper = text.uppercased()
    if upper.contains("%REQ(") { return .client }
    let verified = ["%DOWNSTREAM_PEER_", "%DYNAMIC_METADATA(", "%FILTER_STATE("]
    if verified.contains(where: upper.contains) { return .verified }
    return .constant
  }
}
