/// Harm, and the words around it.
extension WordClass {
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
}
