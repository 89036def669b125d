import CEL
import Estate
import SourceText

/// Who reviews changes, what they were, and how a server ends.
extension Facts {
  static let serverReview: [Fact<ServerSubject>] = [
    Fact("changeReview", .string, "How changes are reviewed without CODEOWNERS.") { subject in
      // The usual source is CODEOWNERS: without it, a manifest's silence shows nothing.
      .stated(
        subject.server.operations.changeReview,
        or: Silence(
          .record,
          note: "no CODEOWNERS file was given, and no `change_review` says what is done instead")
      ) { .string($0) }
    },
    Fact(
      "unreviewedFiles", .list(.object("entry")),
      "Files of its tools and permissions that CODEOWNERS leaves without a reviewer."
    ) { subject in
      let files = subject.server.reviewedFiles
      guard let first = files.first else {
        return .absent(Silence(.record, note: "no CODEOWNERS file was given"))
      }
      let unreviewed = files.filter(\.owners.isEmpty)
      return .known(
        .parts(unreviewed.map(\.path), as: entry, in: .record) { path in
          unreviewed.first { $0.path == path }?.rule
        }, at: (unreviewed.first ?? first).rule)
    },
  ]

  static let serverChangelog: [Fact<ServerSubject>] = [
    Fact("namesChangelog", .bool, "Whether a changelog is named, or lies beside the manifest.") {
      let named = $0.server.ownership.changelog
      if let place = named.span ?? $0.server.changelogs.first?.span {
        return .flag(true, at: place)
      }
      return .flag(false, at: $0.registration)
    },
    Fact("changelog", .string, "The changelog of tools and scopes.") { subject in
      let named = subject.server.ownership.changelog
      if !named.isStated, let found = subject.server.changelogs.first {
        return .text(found.path, at: found.span)
      }
      return .stated(named, or: subject.silence(of: .manifest)) { .string($0.text) }
    },
    .document("changelogExists", from: .manifest, "Whether the named changelog is there.") {
      $0.server.ownership.changelog
    },
    Fact("changelogNamesVersion", .bool, "Whether it has an entry for the registered version.") {
      changelogNamesVersion($0)
    },
    Fact("changelogNewest", .string, "The version of its first entry, or `no version`.") {
      guard let changelog = $0.server.changelogs.first else {
        return .absent($0.silenceOfChangelog)
      }
      let newest = changelog.releases.first?.version
      return .text(newest?.value ?? "no version", at: newest?.span ?? changelog.span)
    },
    Fact(
      "changelogErrors", .list(.object("changelogError")),
      "Where it and the list of tools disagree."
    ) {
      changelogErrors($0)
    },
  ]

  static let serverLifecycle: [Fact<ServerSubject>] = [
    .text("lifecycle", from: .manifest, "The stage of life.") { $0.server.lifecycle },
    .missingKeys("missingLifecycle", "Keys on versions and their end that the manifest lacks.") {
      missingLifecycle($0.server)
    },
    .reference("deprecationPolicy", "The document that says how versions are deprecated.") {
      $0.operations.retirement.policy
    },
    .document(
      "deprecationPolicyExists", from: .manifest, "Whether that document is in the estate.",
      { $0.server.operations.retirement.policy }),
    Fact("sunset", .string, "The last day on which it serves calls.") { subject in
      .stated(subject.server.operations.retirement.sunset, or: subject.silence(of: .manifest)) {
        .string($0.description)
      }
    },
    Fact("servesAfterSunset", .bool, "Whether the log shows calls after that day.") { subject in
      guard let sunset = subject.server.operations.retirement.sunset.evidence else {
        return .absent(subject.silence(of: .manifest))
      }
      guard let traffic = subject.server.traffic, let last = traffic.last,
        let day = CalendarDate(last.description)
      else { return .absent(subject.silence(of: .log)) }
      return .flag(day > sunset.value, at: traffic.sample)
    },
    .demandedList("approvedTasks", "The kinds of task that it is approved for.") {
      $0.operations.approvedTasks
    },
  ]

  private static func changelogNamesVersion(_ subject: ServerSubject) -> Reading {
    guard let changelog = subject.server.changelogs.first else {
      return .absent(subject.silenceOfChangelog)
    }
    guard let version = subject.server.version.value else {
      return .absent(subject.silence(of: .manifest))
    }
    let entry = changelog.releases.first { release in
      release.version.value == version
        || ServerIdentity.version(release.version.value, denotes: version)
    }
    return .flag(
      entry != nil,
      at: entry?.version.span ?? changelog.releases.first?.version.span ?? changelog.span)
  }

  private static func changelogErrors(_ subject: ServerSubject) -> Reading {
    guard let changelog = subject.server.changelogs.first else {
      return .absent(subject.silenceOfChangelog)
    }
    let listed = Set(
      subject.server.tools.filter { ($0.manifestEntry ?? $0.catalogEntry) != nil }.map(\.name))
    guard !listed.isEmpty else { return .absent(subject.silence(of: .catalog)) }
    let errors = ChangelogComparison(changelog, upTo: subject.server.version.value)
      .errors(against: listed)
    return .known(
      .parts(errors, as: Facts.changelogError, in: .record) { $0.span },
      at: errors.first?.span ?? changelog.span)
  }

  private static func missingLifecycle(_ server: Server) -> [String] {
    let retirement = server.operations.retirement
    var missing: [String] = []
    if !server.version.isStated { missing.append("version") }
    if !server.lifecycle.isStated { missing.append("lifecycle") }
    if retirement.noticeDays.value ?? 0 <= 0, !retirement.policy.isStated {
      missing.append("deprecation.notice")
    }
    if !server.operations.rollout.sequence.isStated { missing.append("rollout.sequence") }
    // Whether a server ends on which another source puts into production is to be settled first.
    if server.lifecycle.value == "deprecated", server.lifecycle.disagreement == nil,
      !retirement.sunset.isStated
    {
      missing.append("deprecation.sunset")
    }
    return missing
  }
}

extension ServerSubject {
  /// Why nothing is known of the changelog's entries.
  fileprivate var silenceOfChangelog: Silence {
    let isNamed = server.ownership.changelog.value?.exists ?? false
    return Silence(
      .record,
      note: isNamed
        ? "the document that the manifest names is not written as a changelog"
        : "no changelog of the server was given")
  }
}
