import CEL
import Testing

@Suite struct FieldObserverTests {
  @Test func `the observer learns of each read in order`() throws {
    let recorder = Fleet.Recorder()
    let source = "server.isRemote && server.tools.exists(t, t.name == 'refund') || server.port == 1"
    #expect(try Fleet.evaluate(source, observer: recorder) == true)
    #expect(recorder.fields == ["server.isRemote", "server.tools", "tool.name"])
  }

  @Test func `the observer learns of absent fields too`() throws {
    let recorder = Fleet.Recorder()
    #expect(try Fleet.evaluate("has(server.owner)", observer: recorder) == false)
    #expect(recorder.fields == ["server.owner"])
  }

  @Test func `host functions are called with the object`() throws {
    #expect(try Fleet.evaluate("server.serves('refund') && !server.serves('x')") == true)
  }
}
