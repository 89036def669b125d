import CEL
import Estate

extension Facts {
  /// How the client reaches the server, and what it presents there.
  static let clientConnection: [Fact<ClientSubject>] = [
    .choice("transport", from: .client, "The transport that the entry names.") {
      $0.entry.transport
    },
    Fact("url", .string, "The address that it calls, as written.") { subject in
      guard let url = subject.entry.url else { return .absent(subject.silence(of: .client)) }
      return .text(url.value, at: url.span)
    },
    Fact("usesEncryption", .bool, "Whether it calls over TLS, or on its own host.") { subject in
      guard let url = subject.entry.url, let isEncrypted = AddressScheme.isEncrypted(url.value)
      else { return .absent(subject.silence(of: .client)) }
      return .flag(isEncrypted, at: url.span)
    },
    Fact("credentialArguments", .list(.string), "Options by which its command hands over secrets.")
    {
      subject in
      let options = subject.entry.credentialArguments
      return .known(
        .list(options.map { .string("`\($0.value)`") }),
        at: options.first?.span ?? subject.entry.command?.span ?? subject.entry.span)
    },
    Fact(
      "presentsServerCredential", .bool, "Whether it presents a credential that is the server's."
    ) {
      subject in
      let own = Set(
        (subject.server.credentials.map(\.name.value)
          + subject.server.downstreams.compactMap(\.access.credential.value))
          .map(ReferenceName.init))
      let shared = subject.entry.credentialReferences.first {
        own.contains(ReferenceName($0.value))
      }
      return .flag(shared != nil, at: shared?.span ?? subject.entry.span)
    },
    Fact("credentialName", .string, "The reference of the first credential that it presents.") {
      subject in
      guard let reference = subject.entry.credentialReferences.first else {
        return .absent(subject.silence(of: .client))
      }
      return .text(reference.value, at: reference.span)
    },
  ]
}
