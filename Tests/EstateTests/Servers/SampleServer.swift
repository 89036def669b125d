import Estate
import SourceText

/// Servers and tools of which every stored property is filled, from a source of choice.
enum SampleServer {
  /// A server as the source `source` would state it: the same facts in every source, at other places.
  static func full(in source: UInt32) -> Server {
    var places = Places(source: source)
    var server = Server(id: "s")
    server.sources = [SourceMention(.manifest, at: places.next())]
    server.version = places.state("1.0.\(source)")
    server.title = places.state("Title")
    server.summary = places.state("Summary")
    server.transport = places.state(.streamableHTTP)
    server.impliedTransport = places.state(.stdio)
    server.endpoint = places.state("https://s.internal/mcp")
    server.remotes = [
      RemoteOffer(
        places.evidence("https://s.internal/mcp"),
        over: Evidence(.streamableHTTP, at: places.next()))
    ]
    server.protocolRevision = places.state("2025-11-25")
    server.tier = places.state(.one)
    server.slaTier = places.state("tier-1")
    server.dataDomain = places.state("finance")
    server.dataSensitivity = places.state(.restricted)
    server.environments = places.state(["prod"])
    server.isMultiTenant = places.state(false)
    server.lifecycle = places.state("production")
    server.untiedCatalog = places.state("it names no registered server")
    server.catalogReference = places.state(DocumentReference("catalog.json"))
    server.catalogCursors = [places.evidence("page-2")]
    server.unreadValues = [places.evidence("limits.timeout")]
    server.approverRoles = places.state(["approver"])
    server.approvalRecord = places.state("audit log")
    server.ownership = ownership(&places)
    server.access = access(&places)
    server.egress.allowed = [places.evidence("db:5432")]
    server.egress.defaultDecision = places.state(.deny)
    server.egress.list = places.state(1)
    server.egress.dns = places.state("internal")
    server.limits = limits(&places)
    server.containment = containment(&places)
    server.audit.store = places.state("s3://worm")
    server.audit.isImmutable = places.state(true)
    server.audit.retentionDays = places.state(400)
    server.audit.inputs = places.state(.hashed)
    fillLists(of: &server, &places)
    fillOperations(of: &server, &places)
    server.passages = [passage(at: places.next())]
    server.locked = ServerContract(id: places.evidence("s"))
    server.drift = [ContractChange(.version, [], old: places.next(), new: places.next())]
    var traffic = ServerTraffic()
    traffic.calls = 10 + Int(source)
    server.traffic = traffic
    return server
  }

  /// A tool as the source `source` would state it.
  static func tool(in source: UInt32) -> Tool {
    var places = Places(source: source)
    var tool = Tool(name: "t")
    tool.manifestEntry = places.next()
    tool.redefinitions = [places.next()]
    tool.catalogEntry = places.next()
    tool.title = places.state("Title")
    tool.description = places.state("Description")
    tool.owner = places.state("owner")
    tool.purpose = places.state("purpose")
    tool.declaredClass = places.state(.readOnly)
    tool.sensitivity = places.state(.internal)
    tool.schemaReference = places.state(DocumentReference("t.json"))
    tool.foreignSchema = places.state("another")
    tool.scopes = [places.evidence("t.read")]
    tool.requiresApproval = places.state(true)
    tool.approvers = places.state(["approver"])
    tool.idempotency = places.state("key")
    tool.reversal = places.state("undo")
    tool.isEnabled = places.state(true)
    tool.businessNeed = places.state("need")
    tool.maxResultBytes = places.state(1024)
    tool.annotations.readOnly = places.state(true)
    tool.annotations.destructive = places.state(false)
    tool.annotations.idempotent = places.state(true)
    tool.annotations.openWorld = places.state(false)
    tool.input = InputSchema(
      span: places.next(), parameters: [],
      refusesUnknownProperties: Evidence(true, at: places.next()), violations: [])
    tool.hasOutputSchema = places.state(true)
    tool.resultBounds.characters = places.state(500)
    tool.resultBounds.pageSize = places.state(50)
    tool.hiddenText = [
      HiddenText(kind: "zero-width space", member: "title", span: places.next())
    ]
    tool.definition = definition(at: places.next())
    tool.passages = [passage(at: places.next())]
    var traffic = ToolTraffic()
    traffic.calls = 3 + Int(source)
    tool.traffic = traffic
    return tool
  }

  private static func definition(at span: SourceSpan) -> ToolDefinition {
    var definition = ToolDefinition()
    definition[.description] = ToolDefinition.Part(canonicalText: "\"Description\"", span: span)
    return definition
  }

  private static func passage(at span: SourceSpan) -> SuspectPassage {
    SuspectPassage(strength: .low, signals: [], member: "description", span: span, quote: "always")
  }

  private static func ownership(_ places: inout Places) -> Ownership {
    var ownership = Ownership()
    ownership.owner = places.state("owner")
    ownership.supportContact = places.state("#support")
    ownership.onCall = places.state("oncall")
    ownership.runbook = places.state(DocumentReference("runbook.md"))
    ownership.investigationPlaybook = places.state(DocumentReference("playbook.md"))
    ownership.changelog = places.state(DocumentReference("CHANGELOG.md"))
    return ownership
  }

  private static func access(_ places: inout Places) -> AccessDeclaration {
    var access = AccessDeclaration()
    access.isAuthenticationRequired = places.state(true)
    access.scheme = places.state(.oauth2)
    access.schemeIsImpliedBy = "remotes.headers"
    access.tokenLifetime = places.state(900)
    access.tokenLifetimeText = places.state("15m")
    access.audience = places.state("s")
    access.scopes = [places.evidence("s.read"), places.evidence("s.write")]
    access.rotation = places.state(DocumentReference("rotation.md"))
    access.revocation = places.state(DocumentReference("revocation.md"))
    access.userIdentity = places.state("claim:sub")
    access.clientIdentity = places.state("claim:client_id")
    access.environmentIdentity = places.state("claim:env")
    access.tenantIdentity = places.state("claim:tenant")
    access.taskIdentity = places.state("claim:work_item")
    access.delegation = places.state("claim:act")
    return access
  }

  private static func limits(_ places: inout Places) -> OperatingLimits {
    var limits = OperatingLimits()
    limits.timeout = places.state(10_000)
    limits.maxConcurrency = places.state(32)
    limits.maxResultBytes = places.state(1024)
    limits.maxRetries = places.state(2)
    limits.callsPerMinute = places.state(120)
    limits.rateLimitKeys = places.state(["agent"])
    limits.memory = places.state("512Mi")
    limits.sessionBudget = places.state("200 calls")
    return limits
  }

  private static func containment(_ places: inout Places) -> Containment {
    var containment = Containment()
    containment.killSwitch = places.state("flag")
    containment.killSwitchOwner = places.state("oncall")
    containment.killSwitchTested = places.state(CalendarDate(daysSinceEpoch: 20_000))
    containment.isPerTool = places.state(true)
    containment.isPerEnvironment = places.state(true)
    containment.fallback = places.state("replica")
    containment.blastRadius = places.state("one period")
    containment.recoveryChecklist = places.state(DocumentReference("recovery.md"))
    return containment
  }

  private static func fillLists(of server: inout Server, _ places: inout Places) {
    server.credentials = [Credential(name: places.evidence("vault:x"))]
    server.credentialCount = places.state(1)
    server.credentialArguments = [places.evidence("--api-key")]
    server.tools = [tool(in: places.source)]
    server.packages = [
      PackageReference(
        registry: "oci", identifier: places.evidence("image"), pin: nil, floatingReason: nil)
    ]
    server.dependencies = [places.evidence("other")]
    server.downstreams = [Downstream(name: places.evidence("db"))]
    server.routes = [Route(product: "nginx", span: places.next())]
    server.clientEntries = [
      ClientEntry(agent: "a", name: places.evidence("s"), span: places.next())
    ]
    server.tokenSamples = [TokenSample(span: places.next())]
    server.secrets = [SecretSighting(family: "token", span: places.next(), context: "env.T")]
  }
}

/// Hands out one place after the other of one source.
struct Places {
  let source: UInt32
  private var offset: UInt32 = 0

  init(source: UInt32) {
    self.source = source
  }

  mutating func next() -> SourceSpan {
    offset += 1
    return SourceSpan(source: SourceID(index: source), start: offset, end: offset + 1)
  }

  mutating func state<Value>(_ value: Value) -> Stated<Value> {
    Stated(value, at: next())
  }

  mutating func evidence(_ value: String) -> Evidence<String> {
    Evidence(value, at: next())
  }
}
