import Estate
import Reading

/// What results may hold, and what becomes of it.
extension ManifestAdapter {
  static func readDataHandling(of server: inout Server, from reader: inout MappingReader) {
    let handling = reader.mapping("data_handling") { reader -> DataHandling in
      var handling = DataHandling()
      handling.neverReturned = Stated(reader.list("never_return"))
      handling.responseSamples = reader.strings("response_samples")
      handling.redaction = Stated(reader.string("redaction"))
      handling.historyPolicy = Stated(reader.document("conversation_history"))
      handling.historyKeeps = Stated(reader.list("history_keeps"))
      handling.historyExcludes = Stated(reader.list("history_excludes"))
      handling.untrustedOutputs = Stated(reader.list("untrusted_outputs"))
      handling.validation = Stated(reader.choice("output_validation"))
      return handling
    }
    server.dataHandling = handling ?? DataHandling()
  }
}
