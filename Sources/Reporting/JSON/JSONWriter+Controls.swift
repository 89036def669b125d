import Assessment
import Estate
import SourceText

extension JSONWriter {
  /// Where every rule stands for a server, or for the fleet as a whole.
  mutating func controls(_ controls: [Control], in library: SourceLibrary) {
    // By index, because an iterator would copy every control.
    rows("controls", controls.indices) { index, json in
      json.member("rule", controls[index].rule)
      json.member("status", controls[index].status.name)
      if case .notApplicable = controls[index].status {
        json.member("reason", controls[index].reason)
        return
      }
      if case .unproven = controls[index].status {
        json.member("decided", controls[index].status.isDecided)
      }
      json.member("grade", controls[index].grade.rawValue)
      json.member("demanded", controls[index].demanded.rawValue)
      json.member("severity", controls[index].severity.rawValue)
      json.member("reason", controls[index].reason)
      json.suppression(controls[index].suppression, in: library)
      json.evidence(controls[index].evidence, in: library)
    }
  }

  /// The places that decided, those in a row that say the same of one file together; nothing where there are
  /// none.
  private mutating func evidence(_ places: [EvidencePlace], in library: SourceLibrary) {
    guard !places.isEmpty else { return }
    let starts = places.indices.filter {
      $0 == 0 || !places[$0].saysTheSame(as: places[$0 - 1], in: library)
    }
    let ends = starts.dropFirst() + [places.count]
    rows("evidence", zip(starts, ends)) { bounds, json in
      let (start, end) = bounds
      json.member("grade", places[start].grade.rawValue)
      json.member("bearing", places[start].bearing.rawValue)
      json.member("count", places[start].count)
      json.member("path", library[places[start].span.source].path)
      json.places("places", places[start..<end].lazy.map { library.location(of: $0.span) })
    }
  }
}

extension EvidencePlace {
  /// Whether nothing but the place in the file tells it from `other`.
  fileprivate func saysTheSame(as other: EvidencePlace, in library: SourceLibrary) -> Bool {
    grade == other.grade && bearing == other.bearing && count == other.count
      && (span.source == other.span.source
        || library[span.source].path == library[other.span.source].path)
  }
}
