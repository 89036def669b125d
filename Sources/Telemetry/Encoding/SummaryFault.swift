/// Why bytes are no summary that can be used.
struct SummaryFault: Error, Hashable, Sendable {
  /// The offset of the first byte of what is wrong.
  let offset: Int
  /// What is wrong there, as a clause such as `a number is too large`.
  let reason: String
}
