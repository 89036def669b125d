import Estate
import SourceText
import Syntax

/// What the configurations of a rate-limit service make of the descriptors that one gateway sends it.
///
/// A descriptor is a list of entries, each a key and a value. The service walks its tree with it: every
/// entry has to find a child with its key and value, or with its key and no value, and the last one has to
/// find a limit. A descriptor that finds none is not limited, and nothing says so at run time.
struct RateLimitService {
  /// The domain that the gateway asks, where it says which.
  private let asked: Node?
  /// The domains of that name, all where none is asked for; `nil` without any configuration.
  private let candidates: [RateLimitDomain]?

  init(_ domains: [RateLimitDomain], asked: Node?) {
    self.asked = asked
    let name = asked?.scalarText
    candidates =
      domains.isEmpty
      ? nil : name.map { name in domains.filter { $0.name == name } } ?? domains
  }

  /// Whether a descriptor is limited, and which calls it leaves out.
  struct Answer {
    let reach: Evidence<RateLimit.Reach>
    var limit = RateLimitWalk.Limit()
  }

  /// The answer to a descriptor of `entries`, which the gateway's configuration sets at `place`.
  func answer(to entries: [DescriptorEntry], at place: SourceSpan) -> Answer {
    guard let candidates else {
      return Answer(reach: Evidence(.unknown, at: place, grade: .configured))
    }
    var failure: Evidence<RateLimit.Reach>?
    for domain in candidates {
      switch RateLimitWalk(domain: domain).result(of: entries) {
      case .success(let limit):
        let reach = Evidence<RateLimit.Reach>(
          .matches, at: limit.callsPerMinute?.span ?? place, grade: .configured)
        return Answer(reach: reach, limit: limit)
      case .failure(let mismatch): failure = failure ?? mismatch.reach
      }
    }
    var answer = Answer(reach: failure ?? unknownDomain(at: place))
    answer.limit.namedCallers =
      entries.first(where: \.isCaller).map { listedCallers(for: $0, in: candidates) } ?? []
    return answer
  }

  private func unknownDomain(at place: SourceSpan) -> Evidence<RateLimit.Reach> {
    let reason =
      "no configuration of the rate-limit service has the domain '\(asked?.scalarText ?? "?")'"
      + " that the gateway asks"
    return Evidence(
      .neverMatches(because: reason), at: asked?.span ?? place, grade: .configured)
  }

  /// The values that the service lists for the caller's key wherever it stands, for a descriptor that finds
  /// no limit; empty where there is an entry for any value.
  private func listedCallers(
    for entry: DescriptorEntry, in domains: [RateLimitDomain]
  ) -> [Evidence<String>] {
    let descriptors = domains.flatMap { $0.descriptors(withKey: entry.key.value) }
    guard !descriptors.contains(where: \.takesAnyValue) else { return [] }
    return descriptors.compactMap(\.value)
  }
}
