import CEL
import Testing

@Suite struct LibraryTests {
  @Test(arguments: [
    "[3, 1, 2].sort() == [1, 2, 3]", "[1, 1.0, 2].distinct() == [1, 2]",
    "[[1, [2]], [3]].flatten() == [1, [2], 3]", "[[1, [2]], [3]].flatten(2) == [1, 2, 3]",
    "[1, 2, 3, 4].slice(1, 3) == [2, 3]", "[1, 2].reverse() == [2, 1]",
    "sets.contains([1, 2, 3], [2])", "!sets.equivalent([1, 2], [1])",
    "sets.intersects([1, 2], [2, 3])", "'añb'.reverse() == 'bña'",
    "'abc'.split('') == ['a', 'b', 'c']",
    "'abc'.split('', 2) == ['a', 'bc']", "'abc'.replace('', '_') == '_a_b_c_'",
    "'aXbX'.replace('X', '-', 1) == 'a-bX'", "size('é') == 1", "size('e\\u0301') == 2",
    "'é' != 'e\\u0301'", "'a' < 'b' && 'Z' < 'a'", "{1: 'a'}[1u] == 'a'", "{'k': 1} == {'k': 1.0}",
    "string(1e21) == '1e+21'", "string(1e20) == '100000000000000000000'",
    "string(0.0001) == '0.0001'", "string(1e-7) == '1e-07'", "string(-0.5) == '-0.5'",
    "'%.3f %.0f %e'.format([0.0005, 0.5, 0.0]) == '0.001 0 0.000000e+00'",
    "'%.2f'.format([9.999]) == '10.00'", "'%.1f'.format([1e22]) == '10000000000000000000000.0'",
    "'%.2e'.format([5e-324]) == '4.94e-324'", "string(duration('-1.5s')) == '-1.5s'",
    "duration('1h1m1.001s') == duration('3661001ms')",
    "cidr('10.1.2.3/8').masked() == cidr('10.0.0.0/8')",
    "string(ip('2001:0:0:1::')) == '2001:0:0:1::'", "base64.decode('aGVsbG8') == b'hello'",
    "[1, 2].first().value() == 1 && [].last() == optional.none()",
    "[1, 2, 3].transformMapEntry(i, v, v > 1, {v: i}) == {2: 1, 3: 2}",
    "timestamp('2024-02-29T00:00:00.123456789+01:00') == timestamp('2024-02-28T23:00:00.123456789Z')",
  ])
  func `what the libraries promise holds`(source: String) throws {
    let environment = Environment(checking: .dynamic)
    #expect(try Program(compiling: source, in: environment).evaluate() == true)
  }
}
