public import SourceText
public enum YAMLParser { public static func parse(_ source: SourceFile, limits: InputLimits = .standard) throws(SyntaxError) -> SyntaxTree { TreeBuilder(expectingSourceOf: 0).finish(source) } }
