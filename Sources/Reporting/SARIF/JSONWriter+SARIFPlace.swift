import SourceText

extension JSONWriter {
  /// How much of a source stands beside a place in it.
  enum Quotation {
    case region
    case snippet
    case context
  }

  /// The members of a `physicalLocation`.
  mutating func physicalLocation(
    _ span: SourceSpan, _ places: SARIFPlaces, shows quotation: Quotation
  ) {
    let location = places.library.location(of: span)
    artifactLocation(places.artifact(of: span.source))
    object("region") { json in
      json.member("startLine", location.start.line)
      json.member("startColumn", location.start.column)
      json.member("endLine", location.end.line)
      json.member("endColumn", location.end.column)
      if quotation != .region, !span.range.isEmpty {
        json.object("snippet") { $0.member("text", places.snippet(of: span)) }
      }
    }
    if quotation == .context, let context = places.context(of: span) {
      object("contextRegion") { json in
        json.member("startLine", context.lines.lowerBound)
        json.member("endLine", context.lines.upperBound)
        if let text = context.text { json.object("snippet") { $0.member("text", text) } }
      }
    }
  }

  /// The member `artifactLocation`.
  mutating func artifactLocation(_ artifact: (uri: ArtifactURI, index: Int?)) {
    object("artifactLocation") { json in
      json.member("uri", artifact.uri.uri)
      json.member("uriBaseId", artifact.uri.base)
      json.member("index", artifact.index)
    }
  }

  /// The member `region` for the beginning of `line`: all that is known of a place that cannot be read.
  mutating func region(line: Int) {
    object("region") { json in
      json.member("startLine", line)
      json.member("startColumn", 1)
      json.member("endLine", line)
      json.member("endColumn", 1)
    }
  }

  /// The members of the `physicalLocation` of what no file holds.
  mutating func startOfRun(_ places: SARIFPlaces) {
    artifactLocation(places.firstArtifact)
    region(line: 1)
  }
}
