/// A kind of token that its issuer marks with a prefix, so that it is known without any context.
struct TokenFamily: Sendable {
  /// Which bytes may follow the prefix.
  enum Alphabet: Sendable {
    case hexadecimal
    case alphanumeric
    /// Upper-case letters and digits.
    case upper
    /// Letters, digits, `_` and `-`.
    case word
    /// As `word`, and `.`.
    case dotted
  }

  /// What a message calls the token.
  let name: String
  /// How every token of the family begins.
  let prefix: [UInt8]
  /// The bytes that follow.
  let alphabet: Alphabet
  /// How many of them.
  let lengths: ClosedRange<Int>

  init(_ name: String, _ prefix: String, _ alphabet: Alphabet, _ lengths: ClosedRange<Int>) {
    self.name = name
    self.prefix = Array(prefix.utf8)
    self.alphabet = alphabet
    self.lengths = lengths
  }

  /// The end of the token of this family that begins at `start` of `text`, if one does.
  func end(in text: [UInt8], from start: Int) -> Int? {
    guard text.count - start >= prefix.count + lengths.lowerBound else { return nil }
    for (index, byte) in prefix.enumerated() where text[start + index] != byte { return nil }
    let first = start + prefix.count
    var end = first
    while end < text.count, end - first <= lengths.upperBound, alphabet.contains(text[end]) {
      end += 1
    }
    guard lengths.contains(end - first) else { return nil }
    return end
  }

  /// The families whose prefix begins with `byte`, those with the longer prefix first.
  static func beginning(with byte: UInt8) -> [TokenFamily] {
    byte < 128 ? byFirstByte[Int(byte)] : []
  }

  private static let byFirstByte: [[TokenFamily]] = {
    var table = [[TokenFamily]](repeating: [], count: 128)
    for family in all.sorted(by: { $0.prefix.count > $1.prefix.count }) {
      table[Int(family.prefix[0])].append(family)
    }
    return table
  }()

  private static let unbounded = 4096

  /// The length of the shortest token of any family; those without a family are longer.
  static let shortestToken = all.map { $0.prefix.count + $0.lengths.lowerBound }.min() ?? 0

  private static let all: [TokenFamily] = code + models + clouds + products

  private static let code: [TokenFamily] = [
    TokenFamily("GitHub token", "ghp_", .alphanumeric, 36...unbounded),
    TokenFamily("GitHub token", "gho_", .alphanumeric, 36...unbounded),
    TokenFamily("GitHub token", "ghu_", .alphanumeric, 36...unbounded),
    TokenFamily("GitHub token", "ghs_", .alphanumeric, 36...unbounded),
    TokenFamily("GitHub token", "ghr_", .alphanumeric, 36...unbounded),
    TokenFamily("GitHub token", "github_pat_", .word, 70...unbounded),
    TokenFamily("GitLab token", "glpat-", .dotted, 20...unbounded),
    TokenFamily("GitLab token", "gldt-", .word, 20...unbounded),
    TokenFamily("GitLab token", "glrt-", .word, 20...unbounded),
    TokenFamily("GitLab token", "glcbt-", .word, 20...unbounded),
    TokenFamily("npm token", "npm_", .alphanumeric, 36...36),
    TokenFamily("PyPI token", "pypi-AgEI", .word, 50...unbounded),
    TokenFamily("RubyGems key", "rubygems_", .hexadecimal, 48...48),
    TokenFamily("Docker Hub token", "dckr_pat_", .word, 24...unbounded),
    TokenFamily("Atlassian token", "ATATT3", .word, 80...unbounded),
    TokenFamily("Postman key", "PMAK-", .word, 50...unbounded),
  ]

  private static let models: [TokenFamily] = [
    TokenFamily("Anthropic key", "sk-ant-", .word, 60...unbounded),
    TokenFamily("OpenRouter key", "sk-or-v1-", .hexadecimal, 64...64),
    TokenFamily("OpenAI key", "sk-proj-", .word, 40...unbounded),
    TokenFamily("OpenAI key", "sk-svcacct-", .word, 40...unbounded),
    TokenFamily("OpenAI key", "sk-admin-", .word, 40...unbounded),
    TokenFamily("OpenAI key", "sk-", .alphanumeric, 32...unbounded),
    TokenFamily("Hugging Face token", "hf_", .alphanumeric, 30...unbounded),
    TokenFamily("Groq key", "gsk_", .alphanumeric, 40...unbounded),
    TokenFamily("Perplexity key", "pplx-", .alphanumeric, 40...unbounded),
    TokenFamily("Replicate token", "r8_", .alphanumeric, 37...unbounded),
    TokenFamily("Tavily key", "tvly-", .word, 24...unbounded),
    TokenFamily("xAI key", "xai-", .alphanumeric, 60...unbounded),
    TokenFamily("NVIDIA key", "nvapi-", .word, 60...unbounded),
  ]

  private static let clouds: [TokenFamily] = [
    TokenFamily("AWS access key ID", "AKIA", .upper, 16...16),
    TokenFamily("AWS access key ID", "ASIA", .upper, 16...16),
    TokenFamily("AWS access key ID", "ABIA", .upper, 16...16),
    TokenFamily("AWS access key ID", "ACCA", .upper, 16...16),
    TokenFamily("Google API key", "AIza", .word, 35...35),
    TokenFamily("Google OAuth client secret", "GOCSPX-", .word, 28...unbounded),
    TokenFamily("Google OAuth token", "ya29.", .dotted, 30...unbounded),
    TokenFamily("DigitalOcean token", "dop_v1_", .hexadecimal, 64...64),
    TokenFamily("Databricks token", "dapi", .hexadecimal, 32...32),
    TokenFamily("HashiCorp Vault token", "hvs.", .word, 24...unbounded),
    TokenFamily("HashiCorp Vault token", "hvb.", .word, 24...unbounded),
    TokenFamily("Supabase token", "sbp_", .hexadecimal, 40...40),
    TokenFamily("Supabase key", "sb_secret_", .word, 24...unbounded),
    TokenFamily("Pulumi token", "pul-", .hexadecimal, 40...40),
    TokenFamily("age secret key", "AGE-SECRET-KEY-1", .upper, 58...58),
  ]

  private static let products: [TokenFamily] = [
    TokenFamily("Slack token", "xoxb-", .word, 24...unbounded),
    TokenFamily("Slack token", "xoxp-", .word, 24...unbounded),
    TokenFamily("Slack token", "xoxa-", .word, 24...unbounded),
    TokenFamily("Slack token", "xoxr-", .word, 24...unbounded),
    TokenFamily("Slack token", "xoxs-", .word, 24...unbounded),
    TokenFamily("Slack token", "xapp-", .word, 24...unbounded),
    TokenFamily("Stripe key", "sk_live_", .alphanumeric, 16...unbounded),
    TokenFamily("Stripe key", "rk_live_", .alphanumeric, 16...unbounded),
    TokenFamily("Stripe key", "sk_test_", .alphanumeric, 16...unbounded),
    TokenFamily("Stripe webhook secret", "whsec_", .alphanumeric, 24...unbounded),
    TokenFamily("SendGrid key", "SG.", .dotted, 60...unbounded),
    TokenFamily("Twilio key", "SK", .hexadecimal, 32...32),
    TokenFamily("Shopify token", "shpat_", .hexadecimal, 32...32),
    TokenFamily("Shopify secret", "shpss_", .hexadecimal, 32...32),
    TokenFamily("Linear key", "lin_api_", .alphanumeric, 32...unbounded),
    TokenFamily("Notion token", "ntn_", .alphanumeric, 40...unbounded),
    TokenFamily("Notion token", "secret_", .alphanumeric, 43...43),
    TokenFamily("Figma token", "figd_", .word, 36...unbounded),
    TokenFamily("Grafana token", "glsa_", .word, 40...unbounded),
    TokenFamily("New Relic key", "NRAK-", .upper, 27...27),
    TokenFamily("Sentry token", "sntrys_", .word, 60...unbounded),
    TokenFamily("Sentry token", "sntryu_", .hexadecimal, 64...64),
  ]
}

extension TokenFamily.Alphabet {
  /// Whether `byte` is one of the alphabet's.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return true
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return true
    case UInt8(ascii: "G")...UInt8(ascii: "Z"): return self != .hexadecimal
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return self != .upper
    case UInt8(ascii: "g")...UInt8(ascii: "z"): return self != .upper && self != .hexadecimal
    case UInt8(ascii: "_"), UInt8(ascii: "-"): return self == .word || self == .dotted
    case UInt8(ascii: "."): return self == .dotted
    default: return false
    }
  }
}
