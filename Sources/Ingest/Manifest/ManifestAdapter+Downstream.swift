import Estate
import Reading
import SourceText
import Syntax

/// How the server proves who it is to the systems behind it.
extension ManifestAdapter {
  /// What an entry of `downstream` says under `auth_scheme`, `oauth` and `audit_trail`.
  static func downstreamAccess(from entry: inout MappingReader) -> DownstreamAccess {
    var access = DownstreamAccess()
    access.scheme = Stated(entry.choice("auth_scheme", from: ManifestVocabulary.authentication))
    _ = entry.mapping("oauth") { oauth in
      access.credential = Stated(oauth.string("credential"))
      access.tokenLifetime = Stated(oauth.duration("token_lifetime", in: .seconds))
      access.tokenLifetimeText = Stated(writtenLifetime(in: &oauth, as: access.tokenLifetime))
      access.rotation = Stated(oauth.document("rotation"))
      access.revocation = Stated(oauth.document("revocation"))
    }
    access.auditTrail = Stated(entry.string("audit_trail"))
    return access
  }
}
