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
      Fact("isSound", .bool, "Whether clients cannot turn it to ends of their own.") {
        .flag($0.part.weakness == nil, at: $0.span)
      },
      Fact("weakness", .string, "What is wrong with it, or nothing.") {
        .text($0.part.weakness ?? "", at: $0.span)
      },
    ])
}
