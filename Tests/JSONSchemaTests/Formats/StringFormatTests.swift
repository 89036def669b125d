import Testing

@testable import JSONSchema

@Test(arguments: FormatExample.all)
func `a format accepts what its standard allows and nothing else`(example: FormatExample) {
  for text in example.valid { #expect(example.format.accepts(text), "\(text)") }
  for text in example.invalid { #expect(!example.format.accepts(text), "\(text)") }
}

struct FormatExample: CustomTestStringConvertible {
  let format: StringFormat
  let valid: [String]
  let invalid: [String]

  var testDescription: String { format.rawValue }

  static let all = [
    FormatExample(
      format: .date, valid: ["1963-06-19", "2020-02-29", "2000-02-29"],
      invalid: [
        "2021-02-29", "1900-02-29", "2020-13-01", "2020-00-10", "2020-01-00", "2020-01-32",
        "1998-1-20", "20230328", "2013-350", "1963-06-1৪", "2020-11-28T23:55:45Z", "",
      ]),
    FormatExample(
      format: .time,
      valid: [
        "08:30:06Z", "08:30:06.283185Z", "23:59:60Z", "23:59:60+00:00", "01:29:60+01:30",
        "23:29:60+23:30", "15:59:60-08:00", "00:29:60-23:30", "08:30:06-08:00", "08:30:06z",
      ],
      invalid: [
        "008:030:006Z", "8:3:6Z", "8:0030:6Z", "22:59:60Z", "23:58:60Z", "23:59:60+01:00",
        "24:00:00Z", "00:60:00Z", "00:00:61Z", "01:02:03+24:00", "01:02:03+00:60",
        "01:02:03Z+00:30",
        "08:30:06 PST", "01:01:01,1111", "12:00:00", "12:00:00.52", "1২:00:00Z", "12:00:00.Z", "",
      ]),
    FormatExample(
      format: .duration,
      valid: ["P4DT12H30M5S", "P4Y", "PT0S", "P0D", "P1M", "PT1M", "PT36H", "P1DT12H", "P2W"],
      invalid: [
        "PT1D", "P", "P1YT", "PT", "P2D1Y", "P1D2H", "P2S", "P1Y2W", "P1", "4DT12H30M5S", "P1Y2D",
        "P২Y", "PT1H1S", "", "P1.5D",
      ]),
    FormatExample(
      format: .ipv4, valid: ["192.168.0.1", "0.0.0.0", "255.255.255.255"],
      invalid: [
        "127.0.0.0.1", "256.256.256.256", "127.0", "0x7f000001", "2130706433", "087.10.0.1",
        "1২7.0.0.1", "192.168.1.0/24", " 1.1.1.1", "1.1.1.1 ", "", "1..1.1", "+1.1.1.1",
      ]),
    FormatExample(
      format: .ipv6,
      valid: [
        "::1", "::abcd", "::", "::42:ff:1", "d6::", "1:d6::42", "1::d6:192.168.0.1",
        "1:2::192.168.0.1", "::ffff:192.168.0.1", "1:2:3:4:5:6:7:8",
        "1000:1000:1000:1000:1000:1000:255.255.255.255",
        "::2:3:4:5:6:7:8", "1::2:3:4:5:6:7", "1:2:3:4:5:6:7::", "::1.2.3.4", "1:2:3:4:5::1.2.3.4",
      ],
      invalid: [
        "12345::", "::abcef1", "1:1:1:1:1:1:1:1:1:1:1:1:1:1:1:1", "::laptop", ":2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:", ":2:3:4::8", "1::d6::42", "1::2:192.168.256.1", "1::2:192.168.ff.1",
        "::ffff:192.168.0", "1:2:3:4:5:::8", "1:2:3:4:5:6:7", "1", "127.0.0.1", "1:2:3:4:1.2.3",
        "  ::1", "::1  ", "fe80::/64", "fe80::a%eth1",
        "100:100:100:100:100:100:255.255.255.255.255",
        "100:100:100:100:100:100:100:255.255.255.255", "1:2:3:4:5:6:7:৪", "1:2::192.16৪.0.1", "",
        ":", ":::", "1:2:3:4:5:6:7:8::", ":1.2.3.4",
      ]),
    FormatExample(
      format: .uri,
      valid: [
        "http://foo.bar/?baz=qux#quuz", "http://foo.com/blah_(wikipedia)_blah#cite-1",
        "http://foo.bar/?q=Test%20URL-encoded%20stuff", "http://xn--nw2a.xn--j6w193g/",
        "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com", "http://223.255.255.254",
        "ftp://ftp.is.co.za/rfc/rfc1808.txt", "ldap://[2001:db8::7]/c=GB?objectClass?one",
        "mailto:John.Doe@example.com", "news:comp.infosystems.www.servers.unix",
        "tel:+1-816-555-1212",
        "urn:oasis:names:specification:docbook:dtd:xml:4.1.2", "http://example.com:8080/",
        "http://[v1.fe]/", "foo:",
      ],
      invalid: [
        "//foo.bar/?baz=qux#quuz", "/abc", "\\\\WINDOWS\\fileshare", "abc",
        "http:// shouldfail.com", ":// should fail", "bar,baz:foo",
        "https://[@example.org/test.txt",
        "https://example.org/foobar\\.txt", "https://example.org/foobar<>.txt",
        "https://example.org/foobar{}.txt", "https://example.org/foobar^.txt",
        "https://example.org/foobar`.txt", "https://example.org/foo bar.txt",
        "https://example.org/foobar|.txt", "https://example.org/foobar\".txt", "",
        "http://example.com/%zz", "http://a:b:c/", "http://ƒøø.ßår/", "2http://a", "http://a#b#c",
      ]),
    FormatExample(
      format: .uriReference,
      valid: [
        "http://foo.bar/?baz=qux#quuz", "//foo.bar/?baz=qux#quuz", "/abc", "abc", "#fragment", "",
        "./a:b", "?q",
      ],
      invalid: ["\\\\WINDOWS\\fileshare", "#frag\\ment", "1a:b", "/foobar®.txt"]),
    FormatExample(
      format: .iri,
      valid: [
        "http://ƒøø.ßår/?∂éœ=πîx#πîüx", "http://ƒøø.com/blah_(wîkïpédiå)_blah#ßité-1",
        "http://[2001:0db8:85a3:0000:0000:8a2e:0370:7334]",
      ],
      invalid: [
        "http://2001:0db8:85a3:0000:0000:8a2e:0370:7334", "/abc", "\\\\WINDOWS\\filëßåré", "âππ",
      ]),
    FormatExample(
      format: .iriReference, valid: ["//ƒøø.ßår/?∂éœ=πîx#πîüx", "/âππ", "âππ", "#ƒrägmênt"],
      invalid: ["\\\\WINDOWS\\filëßåré", "#ƒräg\\mênt"]),
    FormatExample(
      format: .uriTemplate,
      valid: [
        "http://example.com/dictionary/{term:1}/{term}", "http://example.com/dictionary",
        "dictionary/{term:1}/{term}",
        "{?x,y*}", "{+path}/here", "{a.b}", "{%41b}", "",
      ],
      invalid: [
        "http://example.com/dictionary/{term:1}/{term", "{}", "{a..b}", "{.}", "{a:0}", "{a:10000}",
        "}", "{a b}",
        "%4",
      ]),
    FormatExample(
      format: .uuid,
      valid: ["2EB8AA08-AA98-11EA-B4AA-73B441D16380", "00000000-0000-0000-0000-000000000000"],
      invalid: [
        "2eb8aa08-aa98-11ea-b4aa-73b441d1638", "2eb8aa08aa9811eab4aa73b441d16380",
        "2eb8-aa08-aa98-11ea-b4aa73b44-1d16380",
      ]),
    FormatExample(
      format: .jsonPointer,
      valid: ["", "/", "/foo/bar~0/baz~1/%a", "/foo//bar", "/foo/bar/", "/a~1b", "/ ", "/~01"],
      invalid: ["/foo/bar~", "/~2", "#", "#/", "a", "0", "a/a", "/~-1", "/~~", "#a"]),
    FormatExample(
      format: .relativeJSONPointer,
      valid: ["1", "0/foo/bar", "2/0/baz/1/zip", "0#", "120/foo/bar"],
      invalid: ["/foo/bar", "-1/foo/bar", "+1/foo/bar", "0##", "01/a", "01#", "", "1২/a"]),
    FormatExample(
      format: .regex, valid: ["([abc])+\\s+$", "^a{2,3}$"], invalid: ["^(abc]", "a**", "[z-a]"]),
  ]
}
