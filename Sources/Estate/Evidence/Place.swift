import SourceText

/// What makes an element of a list of facts unique, and gives the list its order: where it stands, and
/// which of those that stand there it is.
struct Place: Hashable, Comparable {
  private let span: SourceSpan
  private let name: String

  /// The element called `name` at `span`.
  init(_ span: SourceSpan, _ name: String = "") {
    self.span = span
    self.name = name
  }

  /// The place of `evidence`.
  init(_ evidence: Evidence<String>) {
    self.init(evidence.span, evidence.value + " " + evidence.grade.rawValue)
  }

  static func < (left: Place, right: Place) -> Bool {
    (left.span, left.name) < (right.span, right.name)
  }
}

extension Array {
  /// Takes in the elements of `other` whose place is not taken yet, and sorts by place.
  mutating func formUnion(_ other: [Element], placed place: (Element) -> Place) {
    guard !isEmpty || !other.isEmpty else { return }
    var taken: Set<Place> = []
    var placed: [(place: Place, element: Element)] = []
    for element in self + other {
      let place = place(element)
      if taken.insert(place).inserted { placed.append((place, element)) }
    }
    self = placed.sorted { $0.place < $1.place }.map(\.element)
  }
}
