import Estate
import SourceText

extension Silence {
  /// The silence of a catalog about what may stand on its other pages, which it refers to at `place`.
  init(catalogBreak place: SourceSpan) {
    self.init(
      .catalog,
      note: "the catalog is not whole: its result goes on behind `nextCursor`", hint: place)
  }
}
