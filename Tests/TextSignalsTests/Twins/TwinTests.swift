import Testing
import TextSignals

@Suite struct TwinTests {
  @Test(arguments: Twin.all)
  func `a poisoned text is found and its harmless fix is not`(twin: Twin) {
    #expect(Twin.strength(of: twin.poisoned) >= .medium)
    #expect(Twin.strength(of: twin.harmless) < .medium)
  }
}
