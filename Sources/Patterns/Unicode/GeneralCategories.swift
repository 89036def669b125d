/// The general category of every code point, as runs.
enum GeneralCategories {
  private struct Run {
    let start: UInt32
    let category: Unicode.GeneralCategory
  }

  /// Code points whose category satisfies `isMember`.
  static func set(where isMember: (Unicode.GeneralCategory) -> Bool) -> ScalarSet {
    var ranges: [ClosedRange<UInt32>] = []
    for (index, run) in runs.enumerated() where isMember(run.category) {
      let end = index + 1 < runs.count ? runs[index + 1].start - 1 : 0x10FFFF
      ranges.append(run.start...end)
    }
    return ScalarSet(ranges)
  }

  /// Planes 4 to 13 hold nothing, so only the others are asked, once per process.
  private static let runs: [Run] = {
    var runs: [Run] = []
    func append(_ category: Unicode.GeneralCategory, at start: UInt32) {
      if runs.last?.category != category { runs.append(Run(start: start, category: category)) }
    }
    for value in UInt32(0)...0x3FFFF {
      append(Unicode.Scalar(value)?.properties.generalCategory ?? .surrogate, at: value)
    }
    append(.unassigned, at: 0x40000)
    for value in UInt32(0xE0000)...0xE0FFF {
      append(Unicode.Scalar(value)?.properties.generalCategory ?? .surrogate, at: value)
    }
    append(.unassigned, at: 0xE1000)
    append(.privateUse, at: 0xF0000)
    append(.unassigned, at: 0xFFFFE)
    append(.privateUse, at: 0x100000)
    append(.unassigned, at: 0x10FFFE)
    return runs
  }()

  /// The categories that `name`, short or long, stands for.
  static func categories(named name: String) -> Set<Unicode.GeneralCategory>? {
    switch name {
    case "L", "Letter":
      [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]
    case "LC", "Cased_Letter": [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]
    case "Lu", "Uppercase_Letter": [.uppercaseLetter]
    case "Ll", "Lowercase_Letter": [.lowercaseLetter]
    case "Lt", "Titlecase_Letter": [.titlecaseLetter]
    case "Lm", "Modifier_Letter": [.modifierLetter]
    case "Lo", "Other_Letter": [.otherLetter]
    case "M", "Mark", "Combining_Mark": [.nonspacingMark, .spacingMark, .enclosingMark]
    case "Mn", "Nonspacing_Mark": [.nonspacingMark]
    case "Mc", "Spacing_Mark": [.spacingMark]
    case "Me", "Enclosing_Mark": [.enclosingMark]
    case "N", "Number": [.decimalNumber, .letterNumber, .otherNumber]
    case "Nd", "Decimal_Number", "digit": [.decimalNumber]
    case "Nl", "Letter_Number": [.letterNumber]
    case "No", "Other_Number": [.otherNumber]
    default: symbolCategories(named: name)
    }
  }

  private static func symbolCategories(named name: String) -> Set<Unicode.GeneralCategory>? {
    switch name {
    case "P", "Punctuation", "punct":
      [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation,
      ]
    case "Pc", "Connector_Punctuation": [.connectorPunctuation]
    case "Pd", "Dash_Punctuation": [.dashPunctuation]
    case "Ps", "Open_Punctuation": [.openPunctuation]
    case "Pe", "Close_Punctuation": [.closePunctuation]
    case "Pi", "Initial_Punctuation": [.initialPunctuation]
    case "Pf", "Final_Punctuation": [.finalPunctuation]
    case "Po", "Other_Punctuation": [.otherPunctuation]
    case "S", "Symbol": [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]
    case "Sm", "Math_Symbol": [.mathSymbol]
    case "Sc", "Currency_Symbol": [.currencySymbol]
    case "Sk", "Modifier_Symbol": [.modifierSymbol]
    case "So", "Other_Symbol": [.otherSymbol]
    case "Z", "Separator": [.spaceSeparator, .lineSeparator, .paragraphSeparator]
    case "Zs", "Space_Separator": [.spaceSeparator]
    case "Zl", "Line_Separator": [.lineSeparator]
    case "Zp", "Paragraph_Separator": [.paragraphSeparator]
    case "C", "Other": [.control, .format, .surrogate, .privateUse, .unassigned]
    case "Cc", "Control", "cntrl": [.control]
    case "Cf", "Format": [.format]
    case "Cs", "Surrogate": [.surrogate]
    case "Co", "Private_Use": [.privateUse]
    case "Cn", "Unassigned": [.unassigned]
    default: nil
    }
  }
}
