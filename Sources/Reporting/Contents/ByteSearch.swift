extension [UInt8] {
  /// The offset at or behind `start` at which `part` first begins; `nil` where it is not there, or empty.
  func offset(of part: [UInt8], from start: Int) -> Int? {
    guard let lead = part.first else { return nil }
    var index = start
    while index + part.count <= count {
      if self[index] == lead, self[index..<index + part.count].elementsEqual(part) { return index }
      index += 1
    }
    return nil
  }
}
