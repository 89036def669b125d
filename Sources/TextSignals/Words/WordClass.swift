/// What a word can mean for the grammar; a word may have several classes.
struct WordClass: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var low: UInt128 = 0
  private var high: UInt128 = 0

  /// The classes of all `elements`.
  init(arrayLiteral elements: WordClass...) {
    for element in elements { formUnion(element) }
  }

  private init(bit: Int) {
    if bit < 128 { low = 1 << UInt128(bit) } else { high = 1 << UInt128(bit - 128) }
  }

  var isEmpty: Bool { low == 0 && high == 0 }

  /// Whether all of `other` is in the set.
  func contains(_ other: WordClass) -> Bool {
    low & other.low == other.low && high & other.high == other.high
  }

  func isDisjoint(with other: WordClass) -> Bool {
    low & other.low == 0 && high & other.high == 0
  }

  mutating func formUnion(_ other: WordClass) {
    low |= other.low
    high |= other.high
  }

  func union(_ other: WordClass) -> WordClass {
    var union = self
    union.formUnion(other)
    return union
  }

  func intersection(_ other: WordClass) -> WordClass {
    var common = self
    common.low &= other.low
    common.high &= other.high
    return common
  }

  mutating func insert(_ other: WordClass) { formUnion(other) }

  mutating func subtract(_ other: WordClass) {
    low &= ~other.low
    high &= ~other.high
  }

  // MARK: Setting aside

  /// ignore, disregard, forget, bypass.
  static let ignore = WordClass(bit: 0)
  /// previous, above, your, system, safety.
  static let prior = WordClass(bit: 1)
  /// instructions, directives, guidelines, guardrails.
  static let guidance = WordClass(bit: 2)
  /// rules, policy, checks, which only count when they are said to be the agent's.
  static let weakGuidance = WordClass(bit: 3)

  // MARK: Orders

  /// must, should, need to, make sure.
  static let modal = WordClass(bit: 4)
  /// assistant, agent, model.
  static let agent = WordClass(bit: 5)
  /// you, your.
  static let you = WordClass(bit: 6)
  /// user, human, customer.
  static let user = WordClass(bit: 7)
  /// not, never, without.
  static let negator = WordClass(bit: 8)
  /// forget, fail, skip: turns a negation round.
  static let fail = WordClass(bit: 9)
  /// when, whenever, if, before, after.
  static let trigger = WordClass(bit: 10)
  /// before, prior to, first.
  static let before = WordClass(bit: 11)
  /// always, every, any, all, each.
  static let universal = WordClass(bit: 12)
  /// also, additionally, as part of.
  static let also = WordClass(bit: 13)
  /// conversation history, system prompt, chain of thought: what no other program has a use for.
  static let innermost = WordClass(bit: 14)

  // MARK: Concealment

  /// tell, mention, inform, show.
  static let tell = WordClass(bit: 15)
  /// silently, secretly, in the background.
  static let covert = WordClass(bit: 16)
  /// hide, conceal, omit.
  static let hide = WordClass(bit: 17)
  /// know, notice, aware.
  static let know = WordClass(bit: 18)
  /// knowledge, consent, asking.
  static let consent = WordClass(bit: 19)
  /// this, it, step, action, their.
  static let reference = WordClass(bit: 20)
  /// summary, log, interface, conversation.
  static let shownPlace = WordClass(bit: 21)

  // MARK: Taking and passing on

  /// read, open, collect, gather.
  static let acquire = WordClass(bit: 22)
  /// send, include, append, attach.
  static let transfer = WordClass(bit: 23)
  /// send, upload, post, forward: what leaves the place.
  static let outward = WordClass(bit: 24)
  /// exfiltrate, steal, siphon.
  static let theft = WordClass(bit: 25)
  /// ~/.ssh/id_rsa, .env.
  static let secretFile = WordClass(bit: 26)
  /// password, token, private key.
  static let secret = WordClass(bit: 27)
  /// conversation history, system prompt, chain of thought.
  static let context = WordClass(bit: 28)
  /// environment variables, shell history, clipboard.
  static let environment = WordClass(bit: 29)
  /// social security number, credit card.
  static let personal = WordClass(bit: 30)
  /// an address of the web.
  static let url = WordClass(bit: 31)
  /// an address of mail.
  static let email = WordClass(bit: 32)
  /// an account number, a wallet.
  static let accountNumber = WordClass(bit: 33)
  /// parameter, argument, field.
  static let parameter = WordClass(bit: 34)
  /// response, output, reply.
  static let response = WordClass(bit: 35)
  /// server, endpoint, webhook.
  static let destination = WordClass(bit: 36)
  /// external, remote, attacker's.
  static let foreign = WordClass(bit: 37)
  /// contents, data, text.
  static let contents = WordClass(bit: 38)

  // MARK: Tools

  /// use, call, invoke, run.
  static let use = WordClass(bit: 39)
  /// tool, function, command.
  static let tool = WordClass(bit: 40)
  /// other, another, competing.
  static let other = WordClass(bit: 41)
  /// this tool, this function.
  static let thisTool = WordClass(bit: 42)
  /// prefer, choose, prioritize.
  static let prefer = WordClass(bit: 43)
  /// only, exclusively, no matter what.
  static let exclusive = WordClass(bit: 44)
  /// best, superior, most reliable.
  static let superlative = WordClass(bit: 45)

  // MARK: The user's data

  /// change, replace, alter.
  static let rewrite = WordClass(bit: 46)
  /// redirect, route, bcc, copy.
  static let redirect = WordClass(bit: 47)
  /// recipient, account, payment, amount.
  static let payee = WordClass(bit: 48)
  /// compliance, audit, policy, diagnostics.
  static let pretext = WordClass(bit: 49)
  /// request, task, question, conversation.
  static let task = WordClass(bit: 50)
  /// asks, mentions, requests.
  static let ask = WordClass(bit: 51)

  // MARK: Harm, and talk about harm

  /// disable, delete, grant, install.
  static let damage = WordClass(bit: 52)
  /// firewall, authentication, logging, backups.
  static let protection = WordClass(bit: 53)
  /// detect, scan for, block, prevent.
  static let detect = WordClass(bit: 54)
  /// pretend, claim, falsely.
  static let pretend = WordClass(bit: 55)
  /// for example, such as.
  static let example = WordClass(bit: 56)
  /// important, critical, system: before a colon or in a tag.
  static let preface = WordClass(bit: 57)
  /// public, as in public key.
  static let harmless = WordClass(bit: 58)
  /// what no honest text needs to say: jailbreak, developer mode, rm -rf.
  static let notorious = WordClass(bit: 59)
  /// error, failure, success: what an agent might be told to claim.
  static let outcome = WordClass(bit: 60)
  /// please, kindly.
  static let please = WordClass(bit: 61)
  /// injection, attack, phishing: the names of what goes on here.
  static let attackName = WordClass(bit: 62)

  /// follow, obey, comply.
  static let obey = WordClass(bit: 63)
  /// show, display, list: telling that is also what many tools are for.
  static let display = WordClass(bit: 64)
  /// from, in.
  static let from = WordClass(bit: 65)
  /// include, append, attach: what puts one thing into another.
  static let carry = WordClass(bit: 66)
  /// chat, conversation, prompt: what tools for talking are about.
  static let dialogue = WordClass(bit: 67)
  /// without, which needs no verb.
  static let without = WordClass(bit: 68)
  /// as, to.
  static let to = WordClass(bit: 69)

  /// mention, inform, reveal: telling, without what is also showing.
  static let inform = WordClass(bit: 70)
  /// keep, make, do: verbs that only matter as orders.
  static let act = WordClass(bit: 71)
  /// void, no longer apply.
  static let void = WordClass(bit: 72)
  /// this chat, so far: where the agent and its user talk.
  static let thisTalk = WordClass(bit: 73)
  /// broken, outdated, insecure.
  static let inferior = WordClass(bit: 74)
  /// a name as programs write them.
  static let name = WordClass(bit: 75)
  /// install, grant, add: how a foothold is made.
  static let plant = WordClass(bit: 76)
  /// a reverse shell, rights of an administrator.
  static let foothold = WordClass(bit: 77)
  /// curl, wget.
  static let download = WordClass(bit: 78)
  /// sh, bash, powershell.
  static let shell = WordClass(bit: 79)
  /// chat, message, conversation.
  static let talk = WordClass(bit: 80)
  /// password, PIN, card number: what people prove who they are with.
  static let authenticator = WordClass(bit: 81)

  /// exclusively, solely.
  static let solely = WordClass(bit: 82)
  /// it, them, everything.
  static let pronoun = WordClass(bit: 83)

  /// and, or, then.
  static let conjunction = WordClass(bit: 84)
  /// whenever, every time, from now on.
  static let whenever = WordClass(bit: 85)
  /// collect, harvest, dump: taking what is not offered.
  static let seize = WordClass(bit: 86)
  /// contents, copy.
  static let copyOf = WordClass(bit: 87)
  /// a comment on it, a word about it.
  static let remark = WordClass(bit: 88)
  /// priority, precedence.
  static let priority = WordClass(bit: 89)
  /// replace, swap, falsify.
  static let swap = WordClass(bit: 90)
  /// begin with, end with, contain.
  static let affix = WordClass(bit: 91)
  /// .bashrc, crontab.
  static let startupFile = WordClass(bit: 92)
  /// why.
  static let why = WordClass(bit: 93)
  /// although, even if, whatever.
  static let although = WordClass(bit: 94)
  /// act as if: pretending, and nothing else.
  static let sham = WordClass(bit: 95)
  /// asking, confirmation, approval.
  static let approval = WordClass(bit: 96)
  /// check, scan, search: looking for something.
  static let inspect = WordClass(bit: 97)
  /// to use.
  static let inOrderTo = WordClass(bit: 98)

  /// treat, regard, interpret.
  static let treat = WordClass(bit: 99)
  /// no longer bound, unrestricted.
  static let unbound = WordClass(bit: 100)
  /// has changed, is now.
  static let changed = WordClass(bit: 101)
  /// traces, evidence, history.
  static let trace = WordClass(bit: 102)
  /// memory, for as long as the agent has one.
  static let memory = WordClass(bit: 103)
  /// permanent, forever.
  static let lasting = WordClass(bit: 104)
  /// configuration, instructions, tools: what an agent knows about itself.
  static let selfKnowledge = WordClass(bit: 105)
  /// accept, approve, agree.
  static let assent = WordClass(bit: 106)
  /// automatically, immediately, at once.
  static let automatic = WordClass(bit: 107)
  /// a public issue, a paste bin.
  static let publicPlace = WordClass(bit: 108)
  /// so that.
  static let soThat = WordClass(bit: 109)
  /// override, outrank, take precedence over.
  static let outrank = WordClass(bit: 110)
  /// do what it says.
  static let compliance = WordClass(bit: 111)
  /// already.
  static let already = WordClass(bit: 112)
  /// need, needed.
  static let need = WordClass(bit: 113)

  /// double, inflate, round up: changing amounts.
  static let tamper = WordClass(bit: 126)
  /// word for word, in full.
  static let verbatim = WordClass(bit: 127)

  /// Addresses that are written out.
  static let address: WordClass = [.url, .email, .accountNumber]
  /// secretly, covertly: what no program needs to be.
  static let secretly = WordClass(bit: 114)
  /// will, would.
  static let future = WordClass(bit: 115)
  /// keep, leave: where something is, or out of it.
  static let keep = WordClass(bit: 116)
  /// out of.
  static let outOf = WordClass(bit: 117)
  /// pre-approved, waived.
  static let waived = WordClass(bit: 118)
  /// our brand, our products.
  static let ownBrand = WordClass(bit: 119)
  /// returns, says: what a source of facts does.
  static let saying = WordClass(bit: 120)
  /// is, are, been.
  static let being = WordClass(bit: 121)
  /// suspended, disabled.
  static let disabled = WordClass(bit: 122)
  /// security, validation: what keeps an agent in bounds.
  static let safety = WordClass(bit: 123)
  /// see, documentation: before an address that is there to be read.
  static let citation = WordClass(bit: 125)
  /// in every conversation, before any answer.
  static let answering = WordClass(bit: 124)

  // MARK: Names of other tools

  /// a name that is used as that of another tool.
  static let namedTool = WordClass(bit: 128)
  /// a name to which the text gives a value, as in `limit=5`.
  static let assigned = WordClass(bit: 129)
  /// input, original, requested: what the user has asked for.
  static let input = WordClass(bit: 130)
  /// higher than, above.
  static let above = WordClass(bit: 131)
  /// a named tool that deletes, pays, sends or runs something.
  static let harmfulTool = WordClass(bit: 132)
  /// a value between quotation marks: no name, but what is to be passed.
  static let literal = WordClass(bit: 133)
  /// me, us, our server: whoever wrote the text.
  static let speaker = WordClass(bit: 134)
  /// instead: another act in place of one.
  static let instead = WordClass(bit: 135)
  /// ~/.ssh/id_rsa, /etc/shadow: files that only few tools have any business with.
  static let alienFile = WordClass(bit: 136)
  /// ssh, key, vault: what those few tools are about.
  static let keeping = WordClass(bit: 137)

  // MARK: Idioms

  /// a quoted word that may be the name of a parameter.
  static let slot = WordClass(bit: 138)
  /// between us, unmentioned: what is said of secrets only.
  static let hush = WordClass(bit: 139)
  /// hereby authorised, speaks for the administrator.
  static let authority = WordClass(bit: 140)
  /// play down, talk up.
  static let bias = WordClass(bit: 141)
  /// fine, clean, verified: what is reported of things that were looked at.
  static let verdict = WordClass(bit: 142)
  /// even, no matter: against what is there.
  static let even = WordClass(bit: 143)
  /// award-winning, trusted by millions.
  static let advert = WordClass(bit: 144)
  /// registry, dependency, remote: where software comes from.
  static let supply = WordClass(bit: 145)
  /// behind the scenes, in the background.
  static let backstage = WordClass(bit: 146)
  /// said, told, typed.
  static let spoken = WordClass(bit: 147)
  /// rivals, the rest.
  static let rivals = WordClass(bit: 148)
  /// a third party, a partner, whoever runs the server.
  static let stranger = WordClass(bit: 149)
  /// confidential things that have no second meaning.
  static let treasure = WordClass(bit: 150)
  /// crash, corrupt: what is threatened with.
  static let ruin = WordClass(bit: 152)
  /// failure to do so, skipping this.
  static let refusal = WordClass(bit: 153)
  /// installer, script: what runs.
  static let program = WordClass(bit: 154)
  /// counts as, is reported as.
  static let posing = WordClass(bit: 155)
  /// assure, convince.
  static let assurance = WordClass(bit: 156)
  /// also, automatically: more than was asked for.
  static let besides = WordClass(bit: 157)
  /// delete, pay, approve: acts that change more than an answer.
  static let sideEffect = WordClass(bit: 158)
  /// our, us: whoever wrote the text.
  static let firstPerson = WordClass(bit: 159)
  /// appear, be named: what becomes of results.
  static let appear = WordClass(bit: 160)
  /// verify_ssl, strict: a name that protects.
  static let safetyName = WordClass(bit: 161)
  /// false, off, zero.
  static let falsy = WordClass(bit: 162)
  /// get, receive.
  static let receive = WordClass(bit: 163)
  /// a copy, a duplicate.
  static let double = WordClass(bit: 151)
}
