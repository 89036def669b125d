import Estate

extension HiddenText {
  /// Texts that are encoded or stand in a comment, out of passages that try to steer their reader.
  ///
  /// Characters that show nothing are found by themselves, whatever they spell.
  static func sightings(in passages: [SuspectPassage]) -> [HiddenText] {
    passages.compactMap { passage in
      guard let encoding = passage.encoding, passage.strength != .low,
        encoding != "tag characters", encoding != "variation selectors"
      else { return nil }
      let isComment = encoding == "markup comment"
      return HiddenText(
        kind: isComment ? encoding : "text in \(encoding)", member: passage.member,
        span: passage.span, decoded: passage.quote)
    }
  }
}
