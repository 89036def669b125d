/// How a value of a record is written.
enum ValueForm: UInt8, Sendable {
  /// The record does not hold the field, or holds `null`.
  case absent
  case `true`
  case `false`
  case number
  /// A string without escapes: the bytes between its quotes are its text.
  case text
  /// A string with at least one escape.
  case escapedText
  case object
  case array

  /// Whether the value is an object or an array.
  var isCollection: Bool { self == .object || self == .array }
}

/// Where one field's value stands in the line that holds it, and how it is written.
struct FieldValue: Sendable {
  /// The offset of the first byte from the start of the line, an opening quote included.
  var start: UInt32 = 0
  /// The offset behind the last byte.
  var end: UInt32 = 0
  /// How the value is written.
  var form = ValueForm.absent
  /// How good the name was under which the value was found; 0 is the best.
  var rank = UInt8.max
}

/// One record, as places in the bytes of its line: nothing is copied until somebody needs it.
struct LogRecord: Sendable {
  private var values = InlineArray<29, FieldValue>(repeating: FieldValue())

  /// Whether some field was given twice under one name; the last of them counts.
  private(set) var hasRepeatedFields = false

  /// Whether the line is a batch of records (OTLP/JSON) instead of one; none of its values is then a record's.
  var isBatch = false

  /// How the call ended, where the record's format says so in a vocabulary of its own: a span's status.
  var statedOutcome: Outcome?

  /// Where the record's own text lies in the bytes that its values are places of: all of them, unless it is
  /// one of a batch.
  private(set) var ownStart: UInt32 = 0
  private(set) var ownEnd = UInt32.max

  /// The value of `field`.
  subscript(field: LogField) -> FieldValue {
    values[Int(field.rawValue)]
  }

  /// Whether the record holds a value for `field`.
  func has(_ field: LogField) -> Bool {
    values[Int(field.rawValue)].form != .absent
  }

  /// Forgets every value.
  mutating func clear() {
    for index in values.indices { values[index] = FieldValue() }
    hasRepeatedFields = false
    isBatch = false
    statedOutcome = nil
    ownStart = 0
    ownEnd = .max
  }

  /// Says that the record's own text is `range`.
  mutating func lies(in range: Range<Int>) {
    ownStart = UInt32(clamping: range.lowerBound)
    ownEnd = UInt32(clamping: range.upperBound)
  }

  /// Takes in a value of `field`, unless a better name has already given one.
  ///
  /// `null` says nothing. An object or array is a value only of fields that can be one.
  mutating func take(_ value: FieldValue, as field: LogField) {
    guard value.form != .absent, !value.form.isCollection || field.mayBeCollection else { return }
    let known = values[Int(field.rawValue)]
    if known.form != .absent {
      if known.rank == value.rank { hasRepeatedFields = true }
      if known.rank < value.rank { return }
    }
    values[Int(field.rawValue)] = value
  }
}

extension LogField {
  /// Whether an object or array can be the field's value; for others it leads to nested names at most.
  fileprivate var mayBeCollection: Bool {
    self == .input || self == .error
  }
}
