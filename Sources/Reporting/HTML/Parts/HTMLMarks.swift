import Assessment

/// Small labelled marks. Each says in words what its color and sign say.
extension Fragment where Language == HTML {
  /// Text that only a screen reader says.
  static func spoken(_ text: Fragment) -> Fragment {
    "<span class=\"spoken\">\(text)</span>"
  }

  /// `text`, which comes from us, small and subdued.
  static func muted(_ text: Fragment) -> Fragment {
    "<span class=\"muted\">\(text)</span>"
  }

  /// A severity.
  static func badge(_ severity: Severity) -> Fragment {
    "<span class=\"badge \(severity.rawValue)\">\(severity.rawValue)</span>"
  }

  /// A rung of the ladder.
  static func badge(_ verdict: Verdict) -> Fragment {
    "<span class=\"badge \(verdict.rawValue)\">\(verdict.rawValue)</span>"
  }

  /// Where a control stands.
  static func badge(_ status: ControlStatus) -> Fragment {
    let state = CellState(status)
    return "<span class=\"badge \(state.name)\">\(state.word)</span>"
  }

  /// Something good or bad, in a word.
  static func badge(isGood: Bool, _ word: Fragment) -> Fragment {
    isGood
      ? "<span class=\"badge met\">\(word)</span>" : "<span class=\"badge open\">\(word)</span>"
  }

  /// A bar of `share`, 0...1, of a track; the number stands beside it in words.
  static func bar(_ share: Double, _ style: StaticString = "") -> Fragment {
    let width = share.isFinite ? min(max(share, 0), 1) * 100 : 0
    return
      "<svg class=\"bar \(Fragment(stringLiteral: style))\" aria-hidden=\"true\"><rect width=\"\(px: width)%\" height=\"100%\"/></svg>"
  }

  /// `part` of `whole`, with a bar.
  static func share(_ part: Int, of whole: Int, _ style: StaticString = "") -> Fragment {
    guard whole > 0 else { return muted("none to count") }
    return
      "<span class=\"share\">\(bar(Double(part) / Double(whole), style))<span>\(part) of \(whole)</span></span>"
  }

  /// `content` that is shown when a reader opens `title`.
  static func fold(_ title: Fragment, _ content: Fragment, isOpen: Bool = false) -> Fragment {
    let open: Fragment = isOpen ? " open" : ""
    return "<details\(open)><summary>\(title)</summary>\n\(content)\n</details>\n"
  }

  /// `content` that is shown when a reader opens `title`, and that is printed only then: what is looked up and
  /// not read.
  static func reference(_ title: Fragment, _ content: Fragment) -> Fragment {
    "<details class=\"reference\"><summary>\(title)</summary>\n\(content)\n</details>\n"
  }

  /// A sentence that stands on paper alone.
  static func onPaper(_ sentence: Fragment) -> Fragment {
    "<p class=\"paper\">\(sentence)</p>\n"
  }
}

extension Fragment.Interpolation where Language == HTML {
  /// A length or coordinate with at most one decimal; what is no number is 0.
  mutating func appendInterpolation(px value: Double) {
    guard value.isFinite, abs(value) < 1_000_000 else { return appendLiteral("0") }
    let tenths = Int((value * 10).rounded())
    if tenths < 0 { appendLiteral("-") }
    appendInterpolation(Int(tenths.magnitude) / 10)
    guard !tenths.isMultiple(of: 10) else { return }
    appendLiteral(".")
    appendInterpolation(Int(tenths.magnitude) % 10)
  }
}

/// How a control or row of a table stands, as a cell of a matrix shows it.
///
/// The style sheet gives each state a sign of its own shape.
enum CellState {
  case met, open, contradicted, undecided, unproven, notApplicable

  /// The state of a control.
  init(_ status: ControlStatus) {
    switch status {
    case .met: self = .met
    case .unmet: self = .open
    case .unproven(.weak): self = .unproven
    case .unproven(.undecided): self = .undecided
    case .contradicted: self = .contradicted
    case .notApplicable: self = .notApplicable
    }
  }

  /// The state of a row of a source table.
  init(_ standing: RowStanding) {
    switch standing {
    case .met: self = .met
    case .open: self = .open
    case .undecided: self = .undecided
    case .notApplicable: self = .notApplicable
    }
  }

  /// The state's name in the style sheet.
  var name: Fragment<HTML> {
    switch self {
    case .met: "met"
    case .open: "open"
    case .contradicted: "contradicted"
    case .undecided: "undecided"
    case .unproven: "unproven"
    case .notApplicable: "na"
    }
  }

  /// The state's name for people.
  var word: Fragment<HTML> {
    switch self {
    case .met: "met"
    case .open: "unmet"
    case .contradicted: "contradicted"
    case .undecided: "undecided"
    case .unproven: "unproven"
    case .notApplicable: "does not apply"
    }
  }

  /// A cell of a matrix.
  var cell: Fragment<HTML> {
    "<td class=\"\(name)\">\(.spoken(word))</td>"
  }
}
