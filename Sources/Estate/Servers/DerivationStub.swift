public import SourceText
extension Tool {
  public struct DerivedClass: Hashable, Sendable { public var toolClass: ToolClass; public var reason: String; public var span: SourceSpan? }
  public var derivedClass: DerivedClass? { nil }
  public var effectiveClass: ToolClass? { declaredClass.value }
  public var isHighImpact: Bool { false }
}
extension Server {
  public struct DerivedTier: Hashable, Sendable { public var tier: Tier; public var reason: String; public var span: SourceSpan? }
  public var derivedTier: DerivedTier { DerivedTier(tier: .zero, reason: "", span: nil) }
  public var riskTier: Tier { tier.value ?? .two }
}
