import Assessment
import Evidence
import Ingest
import Reporting
import SourceText

/// `mcpready evidence create`: judges, and writes the bundle for auditors.
struct EvidenceCreateCommand {
  let check: CheckCommand
  /// The folder, or the file whose name ends in `.tar`.
  let output: String
  let copiesInputs: Bool

  /// The gate's answer, once the bundle is written.
  func run() async throws -> CommandResult {
    let isArchive = output.hasSuffix(".tar")
    if !isArchive, try !BundleFolder.isFree(output) {
      throw ConfigurationError("`\(output)` is not empty, and a bundle must hold nothing else")
    }
    let report = try await check.report()
    let bundle = EvidenceBundle(
      report, rules: try RuleSource.texts(check.options.rules), inputs: inputs(of: report))
    do throws(OutputFailure) {
      if isArchive {
        try OutputFile.write(bundle.tar, to: output)
      } else {
        for file in bundle.files {
          try OutputFile.create(file.bytes, at: output + "/" + file.path)
        }
      }
    } catch {
      throw ConfigurationError(error.message)
    }
    let style = HumanStyle(usesColor: false, isQuiet: true)
    return CommandResult(
      status: ExitStatus(report.gate.outcome),
      output: HumanReporter(style: style).render(report)
        + "wrote \(bundle.files.count) files to \(output)\n")
  }

  /// The inputs with what may be copied of them: nothing where names are hidden, no log, whose records are about people, no file that
  /// holds a secret, and nothing that is not byte for byte what was judged.
  private func inputs(of report: Report) -> [EvidenceBundle.Input] {
    var files: [String: SourceFile] = [:]
    for file in report.library.files where files[file.path] == nil { files[file.path] = file }
    let secretive = Set(report.maskedSpans.map(\.source))
    return report.inputs.map { input in
      guard copiesInputs, check.options.hiding == nil, input.kind != FileKind.auditLog.rawValue,
        let file = files[input.path],
        !secretive.contains(file.id), SHA256.hexDigest(of: file.bytes) == input.sha256
      else { return EvidenceBundle.Input(path: input.path, bytes: nil) }
      return EvidenceBundle.Input(path: input.path, bytes: file.bytes)
    }
  }
}
