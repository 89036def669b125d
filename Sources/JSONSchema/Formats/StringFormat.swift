/// The formats that can be demanded of strings; others are taken as remarks.
enum StringFormat: String, Sendable, CaseIterable {
  case dateTime = "date-time"
  case date
  case time
  case duration
  case email
  case idnEmail = "idn-email"
  case hostname
  case idnHostname = "idn-hostname"
  case ipv4
  case ipv6
  case uri
  case uriReference = "uri-reference"
  case iri
  case iriReference = "iri-reference"
  case uriTemplate = "uri-template"
  case uuid
  case jsonPointer = "json-pointer"
  case relativeJSONPointer = "relative-json-pointer"
  case regex

  /// Whether `text` is of the format.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .dateTime: DateTimeFormat.isDateTime(text)
    case .date: DateTimeFormat.isDate(text)
    case .time: DateTimeFormat.isTime(text)
    case .duration: DurationFormat.isDuration(text)
    case .email: EmailFormat.isAddress(text, allowsUnicode: false)
    case .idnEmail: EmailFormat.isAddress(text, allowsUnicode: true)
    case .hostname: HostnameFormat.isHostname(text)
    case .idnHostname: HostnameFormat.isInternationalHostname(text)
    case .ipv4: AddressFormat.isIPv4(text)
    case .ipv6: AddressFormat.isIPv6(text)
    case .uri: URIFormat.isURI(text, allowsUnicode: false)
    case .uriReference: URIFormat.isReference(text, allowsUnicode: false)
    case .iri: URIFormat.isURI(text, allowsUnicode: true)
    case .iriReference: URIFormat.isReference(text, allowsUnicode: true)
    case .uriTemplate: URITemplateFormat.isTemplate(text)
    case .uuid: IdentifierFormat.isUUID(text)
    case .jsonPointer: IdentifierFormat.isJSONPointer(text)
    case .relativeJSONPointer: IdentifierFormat.isRelativeJSONPointer(text)
    case .regex: IdentifierFormat.isRegularExpression(text)
    }
  }
}
