import SourceText

/// Looks keys up among the records, without a node for each key on the way.
extension SyntaxTree {
  /// The index of the key that is the scalar `text` in the mapping at `index`, of several the last one;
  /// linear in the number of members.
  func keyIndex(_ text: String, ofMappingAt index: Int) -> Int? {
    let seeksLast = records[index].flags & NodeRecord.hasDuplicateKeys != 0
    let byteCount = text.utf8.count
    let end = Int(records[index].next)
    var found: Int?
    var position = index + 1
    while position < end {
      var key = records[position]
      let value = Int(key.next)
      while key.kind == .alias { key = records[Int(key.payload)] }
      if isScalar(key, text, byteCount: byteCount) {
        found = position
        if !seeksLast { break }
      }
      position = Int(records[value].next)
    }
    return found
  }

  /// Whether `record`, which is no alias, is a scalar whose text is `text`, of `byteCount` bytes.
  func isScalar(_ record: NodeRecord, _ text: String, byteCount: Int) -> Bool {
    if record.kind == .sequence || record.kind == .mapping { return false }
    if record.flags & NodeRecord.isVerbatim == 0 {
      return decodedTexts[Int(record.payload)] == text
    }
    let range = record.verbatimRange
    guard range.count == byteCount else { return false }
    var offset = range.lowerBound
    for byte in text.utf8 {
      if source.bytes[offset] != byte { return false }
      offset += 1
    }
    return true
  }
}
