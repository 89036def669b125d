/// A part of a summary that can be written down, and read back from a file that nobody vouches for.
///
/// Equal parts are written as equal bytes: nothing may follow the order of a hash table. Reading checks
/// everything that later code relies on, so that a damaged or hostile file ends in a `SummaryFault` and
/// never in a trap: `SummaryReader` bounds every number, and a part checks what only it knows, such as an
/// order that its keys must have.
protocol SummaryPart {
  /// Appends what `init(from:)` reads.
  func encode(into writer: inout SummaryWriter)

  /// Reads what `encode(into:)` has written.
  init(from reader: inout SummaryReader) throws(SummaryFault)
}
