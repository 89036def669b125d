/// What the grammar sees in a sentence: finer than a signal, because what a sentence amounts to depends on
/// whether it is, say, a file of secrets or any password that is passed on.
enum Cue: UInt8, CaseIterable, Sendable {
  // Steering
  case override
  case roleMark
  /// A marker that only the input of a model has.
  case templateMark
  /// You must, the assistant should.
  case agentDuty
  /// Speaks to models, as in "note to the assistant".
  case addressesAgent
  /// If you are a model: an order that people are not to follow.
  case singlesOutAgent
  /// Always, never and make sure, before a verb in the form of an order.
  case standingOrder
  /// A verb in the form of an order, where no purpose is stated.
  case imperative
  /// Something has to be done, whoever does it.
  case duty
  case userTrigger
  case toolTrigger
  case dataTrigger
  /// Whenever, every time: not once, but as a habit.
  case standingCondition
  /// Any, every, all: other tools, messages, payments.
  case universal
  case also
  /// No first sentence, which says what a tool is for.
  case aside
  /// Whatever the user says.
  case defiesUser
  /// Whatever the data says.
  case defiesSource
  /// Whatever earlier instructions say.
  case defiesGuidance
  /// Whatever the input was.
  case defiesInput
  /// Although: whatever stands against it.
  case concedes
  /// If, when, after: any condition.
  case anyTrigger
  /// Says that what keeps the agent in bounds is off.
  case liftsSafety
  /// The same of everything that does.
  case liftsAllSafety

  // Tools
  case runsFirst
  case runsBeforeAll
  case otherTools
  case prefersItself
  /// Prefer this tool, with no word of others.
  case prefersThis
  /// Use this tool, as many honest texts say.
  case usesThis
  /// This has to be invoked.
  case mandatesItself
  /// Better than all other tools.
  case outshinesOthers
  /// Do not use any other, whatever that is.
  case shunsOthers
  /// Has something of another tool sent to this one.
  case feedsItself
  /// Before anything is answered, in every conversation.
  case runsBeforeAnswers
  case praisesItself
  case disparagesOthers
  case forbidsOthers
  case forbidsTool
  case thisTool
  case claimsPriority
  /// Has other tools pass through this one.
  case interceptsTools
  /// When another tool is used, which the text names.
  case toolCondition
  /// Has another tool called, by its name.
  case callsTool
  /// Has the call of another tool changed.
  case altersCall
  /// Has a parameter changed that was given.
  case altersParameter
  /// Says what breaks where the order is not carried out.
  case threatens
  /// The call is one that deletes, pays or sends.
  case callsHarmfulTool
  /// Gives the arguments of the call.
  case dictatesArguments
  /// Sends it to whoever wrote the text.
  case sendsToSpeaker
  /// Without being asked for: automatically, even if not requested.
  case unasked
  /// Something else has to be called before.
  case needsCall

  // Data
  case takesFile
  case takesContext
  /// All of the conversation.
  case takesAllContext
  case takesAllSecrets
  case takesSecret
  case takesPersonal
  /// The user's own password, not a token that a tool has given.
  case takesUserSecret
  case passesOn
  case putsIntoParameter
  case putsIntoAnswer
  case sendsOutside
  case sendsToForeigner
  case sendsToAddress
  case theft
  case movesUserData
  case publishes
  case acquiresSecret
  case persists
  case promotes

  // Concealment
  case covert
  case covertWord
  case keepsQuiet
  case hidesFromUser
  case hidesThis

  // Business
  case rewritesData
  case redirectsData
  case swapsData
  case swapsUserData
  /// Says that it gives secrets away: no order, but a confession.
  case givesAway
  /// Takes in a key or the like.
  case takesAlienFile
  /// The tool is for something that has nothing to do with secrets.
  case offPurpose
  /// A first sentence that sounds like an order and not like what the tool's name says.
  case offName
  /// Keep this between us.
  case hushes
  /// You are hereby authorised.
  case claimsAuthority
  /// Praises itself as advertisements do.
  case advertises
  /// The same, in another sentence.
  case advertisesAgain
  /// Puts what is confidential into a parameter.
  case slotsTreasure
  /// Takes what is confidential behind the scenes.
  case takesBackstage
  /// Says how a check ends before it is made.
  case foregoneVerdict
  /// Speaks well of some and badly of others.
  case biased
  /// Gives data to somebody else.
  case feedsStranger
  /// Has software come from elsewhere.
  case reroutesSupply
  /// The same of what may be the tool's own password.
  case givesSecret
  /// Has something done that changes more than an answer.
  case actsAside
  /// Speaks for whoever wrote it: our, us.
  case speaksForItself
  /// Has results left out.
  case suppresses
  /// Gives rights away.
  case grants
  /// The tool is for reading only.
  case forReading
  /// Says that copies of data go elsewhere.
  case copiesAway
  /// Something has to be replaced, whatever it is.
  case swapsAnything
  /// Replaced with, increased by.
  case toValue
  /// Doubles, rounds up, deducts.
  case tampers
  /// Has something put before or behind whatever is written.
  case affixesData
  case fixedAddress
  /// An account, a wallet or a mailbox, which unlike a page is nothing to read.
  case fixedAccount
  case pretext

  // Harm
  case dangerousAct
  case deception
  /// Tells the user that something failed although it did not.
  case falsehood
  case pretends
  /// Say, report, answer.
  case saysSo
  /// Something is to be done before the call.
  case prepares
  /// Has the user asked for a password.
  case solicits
  case skipsApproval
  /// The same as what a text begins with, which may be what a tool is for.
  case waivesApproval
  case obeysOutput
  /// Says that the user has agreed to everything.
  case presumesConsent
  /// Has the results of tools obeyed.
  case elevatesOutput

  // Product rules that work against the user
  /// Says what to answer to whoever asks about it.
  case scripted
  /// Has what was found called harmless, or something worse than it is.
  case mislabels
  /// Has what speaks against somebody left out.
  case omitsAdverse
  /// Says that asking people is a nuisance, or a leftover.
  case belittlesApproval
  /// Has something agreed to in somebody else's name.
  case lendsName
  /// Takes one approval for that of other things.
  case stretchesApproval
  /// What is shown stays as it was, whatever was done.
  case keepsUp
  /// Says which value an argument of another tool always has.
  case rulesOtherTool
  /// Puts what people have said into a parameter.
  case slotsTalk
  /// Gives the reason that people are to hear.
  case givesExcuse
  /// Raises or lowers what was found or is due.
  case skews
  /// Wants this tool used whatever else there is.
  case imposesItself
  /// Has something given to a tool of another server.
  case handsOver
  /// Puts something else where what the user has belongs.
  case sidelinesUser

  // Circumstances
  case disguise
  case comment

  /// What a reader is told about it.
  var signal: SignalKind? {
    switch self {
    case .override, .elevatesOutput, .defiesUser, .defiesSource, .liftsSafety, .liftsAllSafety,
      .defiesGuidance, .defiesInput:
      .override
    case .roleMark, .templateMark: .pseudoRole
    case .agentDuty, .addressesAgent, .singlesOutAgent, .standingOrder, .imperative, .duty: .order
    case .userTrigger, .toolTrigger, .dataTrigger, .standingCondition: .trigger
    case .runsFirst, .runsBeforeAll, .claimsPriority, .interceptsTools,
      .runsBeforeAnswers:
      .precedence
    case .otherTools, .feedsItself, .toolCondition, .callsTool, .callsHarmfulTool,
      .dictatesArguments, .needsCall:
      .otherTool
    case .prefersItself, .praisesItself, .disparagesOthers, .forbidsOthers, .forbidsTool, .promotes,
      .prefersThis, .outshinesOthers, .shunsOthers:
      .preference
    case .takesFile, .takesContext, .takesAllContext, .takesAllSecrets, .solicits, .takesSecret,
      .takesAlienFile,
      .takesPersonal,
      .takesUserSecret, .acquiresSecret:
      .sensitiveObject
    case .passesOn, .putsIntoParameter, .putsIntoAnswer, .sendsOutside, .sendsToForeigner,
      .sendsToAddress, .publishes, .givesAway, .givesSecret, .copiesAway,
      .sendsToSpeaker:
      .sink
    case .theft: .theft
    case .biased, .advertises, .advertisesAgain: .preference
    case .claimsAuthority: .pseudoRole
    case .threatens: .precedence
    case .actsAside, .grants: .dangerousAct
    case .suppresses: .concealment
    case .foregoneVerdict, .scripted, .mislabels, .keepsUp, .givesExcuse: .deception
    case .omitsAdverse: .concealment
    case .belittlesApproval, .lendsName, .stretchesApproval: .dangerousAct
    case .rulesOtherTool: .otherTool
    case .slotsTalk: .sensitiveObject
    case .handsOver: .sink
    case .sidelinesUser: .rewriting
    case .skews: .rewriting
    case .imposesItself: .preference
    case .slotsTreasure, .takesBackstage: .sensitiveObject
    case .feedsStranger: .sink
    case .reroutesSupply: .rewriting
    case .hushes, .covert, .covertWord, .keepsQuiet, .hidesFromUser, .hidesThis: .concealment
    case .rewritesData, .redirectsData, .swapsData, .swapsUserData, .affixesData, .persists,
      .swapsAnything, .tampers, .altersParameter:
      .rewriting
    case .fixedAddress, .fixedAccount: .fixedDestination
    case .dangerousAct, .skipsApproval, .waivesApproval, .presumesConsent, .obeysOutput:
      .dangerousAct
    case .deception, .falsehood, .pretends: .deception
    case .disguise: .disguise
    case .universal, .also, .aside, .unasked, .offPurpose, .offName, .altersCall, .speaksForItself,
      .forReading, .pretext, .comment, .movesUserData,
      .thisTool, .saysSo,
      .toValue, .concedes, .anyTrigger, .prepares, .usesThis, .mandatesItself:
      nil
    }
  }
}
