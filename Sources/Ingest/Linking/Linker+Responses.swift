import Estate
import SourceText

extension Linker {
  /// Gives recorded results to the servers whose manifests name their files, with those of `secrets` that
  /// stand in them.
  mutating func linkResponses(_ samples: [ResponseSample], secrets: [SecretSighting]) {
    guard !samples.isEmpty else { return }
    var named: [String: [String]] = [:]
    for server in servers.values.sorted(by: { $0.id < $1.id }) {
      for reference in server.dataHandling.responseSamples {
        guard case .file(let path) = target(of: reference.value, at: reference.span) else {
          continue
        }
        named[path, default: []].append(server.id)
      }
    }
    for var sample in samples {
      sample.secrets = secrets.filter {
        $0.span.source == sample.span.source && $0.span.start >= sample.span.start
          && $0.span.end <= sample.span.end
      }
      let owners = named[EstateFiles.normalized(sample.path)] ?? []
      for id in owners {
        update(id) { $0.responseSamples.append(sample) }
        mention(id, in: .record, at: sample.span)
      }
      if owners.isEmpty {
        unlinked.append(
          Unlinked(
            kind: .record, subject: "tool response \(sample.path)", span: sample.span,
            reason: "no manifest names it under `data_handling.response_samples`"))
      }
    }
  }
}
