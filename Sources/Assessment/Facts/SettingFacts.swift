import CEL
import Estate

extension Facts {
  /// A setting of a gateway that concerns whatever stands behind it.
  static let setting = FactType<PartSubject<GatewaySetting>>(
    "setting",
    [
      Fact("kind", .vocabulary(GatewaySetting.Kind.self), "What it decides.") {
        .text($0.part.kind.rawValue, at: $0.span)
      },
      Fact("product", .string, "The gateway's product.") { .text($0.part.product, at: $0.span) },
      Fact("isSound", .bool, "Whether clients cannot turn it to ends of their own.") { subject in
        if let doubt = subject.part.doubt { return .absent(Silence(.gateway, note: doubt)) }
        return .flag(subject.part.weakness == nil, at: subject.span)
      },
      Fact("weakness", .string, "What is wrong with it, or nothing.") {
        .text($0.part.weakness ?? "", at: $0.span)
      },
    ])
}
