import Estate
import Reading

/// The words of the manifest, with what else is understood.
enum ManifestVocabulary {
  static let transport = Vocabulary<Transport>(aliases: [
    "sse": .httpSSE, "http+sse": .httpSSE, "http": .streamableHTTP,
    "streamablehttp": .streamableHTTP,
  ])

  static let tier = Vocabulary<Tier>(
    ["0": .zero, "1": .one, "2": .two],
    aliases: [
      "tier-0": .zero, "tier-1": .one, "tier-2": .two, "t0": .zero, "t1": .one, "t2": .two,
    ])

  static let lifecycle = Vocabulary<String>(
    ["experimental": "experimental", "production": "production", "deprecated": "deprecated"])

  static let authentication = Vocabulary<AuthenticationScheme>(aliases: [
    "oauth": .oauth2, "oauth2.1": .oauth2, "mutual_tls": .mtls, "jwt": .signedToken,
    "apikey": .apiKey,
  ])

  static let toolClass = Vocabulary<ToolClass>(aliases: [
    "readonly": .readOnly, "external-write": .irreversibleWrite,
  ])

  static let registry = Vocabulary<String>([
    "npm": "npm", "pypi": "pypi", "oci": "oci", "nuget": "nuget", "mcpb": "mcpb",
  ])

  /// Words that may stand for a whole `approval` mapping.
  static let approval = Vocabulary<Bool>(
    ["required": true, "none": false], aliases: ["true": true, "false": false])
}
