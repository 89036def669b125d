import CEL
import Estate
import SourceText

/// What one check has answered about one subject.
struct CheckOutcome: Sendable {
  /// What the answer proves.
  let grade: Grade
  let answer: Testimony.Answer
  /// What to say where the answer is no; empty for other answers.
  let message: String
  /// What its finding shares with those of other servers; `nil` where it has a cause of its own.
  let cause: String?
  /// The other things that its finding points at.
  let related: [Finding.Related]
  /// Whether a yes vouches for what stronger evidence may disprove.
  let isClaim: Bool
  /// Whether the question must have an answer of its own, whatever stronger evidence answers others.
  let standsAlone: Bool

  init(
    of check: CompiledRule.Check, _ answer: Testimony.Answer, message: String = "",
    cause: String? = nil, related: [Finding.Related] = [], isClaim: Bool = true
  ) {
    self.isClaim = isClaim
    self.related = related
    grade = check.check.grade
    standsAlone = check.check.standsAlone
    self.answer = answer
    self.message = message
    self.cause = cause
  }
}

/// Asks compiled rules about subjects; one for each thread, because it traces what is read.
struct RuleEvaluator {
  private let trace = FactTrace()

  /// What one evaluation may cost: generous for a server with thousands of tools, short for an attack.
  private static let costLimit = 5_000_000

  /// How many elements of a list a message names: all keys of the longest rule, and few of a thousand tools.
  private static let listLimit = 8

  /// Whether a rule or check applies: true where it has no condition.
  enum Applicability {
    case applies
    case doesNotApply
    case unknown(Silence)
    case failed(String)
  }

  /// Whether `condition` holds for the subject that `bindings` names.
  ///
  /// A fact that two sources dispute counts as its strongest source states it: that they disagree is for
  /// the requirement to find.
  func applicability(of condition: Program?, _ bindings: Bindings) -> Applicability {
    guard let condition else { return .applies }
    switch answer(to: condition, bindings, lookingForDisputes: false) {
    case .supports: return .applies
    case .opposes, .disputed: return .doesNotApply
    case .notStated(let silence), .notGiven(let silence): return .unknown(silence)
    case .failed(let message): return .failed(message)
    }
  }

  /// What `check` finds for the subject that `bindings` names; `nil` where the check is not for it.
  ///
  /// Only facts that come from several sources can be disputed.
  func outcome(
    of check: CompiledRule.Check, _ bindings: Bindings, lookingForDisputes: Bool
  ) -> CheckOutcome? {
    switch applicability(of: check.condition, bindings) {
    case .doesNotApply: return nil
    case .unknown(var silence):
      silence.isOfCondition = true
      return CheckOutcome(
        of: check, silence.mention == nil ? .notGiven(silence) : .notStated(silence))
    case .failed(let message):
      return CheckOutcome(of: check, .failed(message), message: message)
    case .applies: break
    }
    let answer = answer(
      to: check.requirement, bindings, lookingForDisputes: lookingForDisputes)
    switch answer {
    case .opposes(let place):
      return CheckOutcome(
        of: check, .opposes(at: self.place(named: check.location, bindings) ?? place),
        message: message(of: check, bindings), cause: cause(of: check, bindings),
        related: related(to: check, bindings))
    case .disputed:
      return CheckOutcome(of: check, answer, message: message(of: check, bindings))
    case .supports:
      return CheckOutcome(of: check, answer, isClaim: isClaim(check, bindings))
    default:
      return CheckOutcome(of: check, answer)
    }
  }

  /// Whether a yes of `check` vouches for the very thing that stronger evidence is asked about.
  private func isClaim(_ check: CompiledRule.Check, _ bindings: Bindings) -> Bool {
    guard case .applies = applicability(of: check.claim, bindings) else { return false }
    return true
  }

  /// Evaluates `predicate` and reads off the trace which place decided.
  private func answer(
    to predicate: Program, _ bindings: Bindings, lookingForDisputes: Bool
  ) -> Testimony.Answer {
    trace.reset()
    do {
      let value = try predicate.evaluate(
        bindings, costLimit: Self.costLimit, observer: trace)
      if lookingForDisputes, let dispute = trace.dispute {
        return .disputed(claim: dispute.claim, rival: dispute.rival)
      }
      guard case .bool(let holds) = value else { return .failed("the rule is no condition") }
      return holds ? .supports(at: trace.decidingPlace) : .opposes(at: trace.decidingPlace)
    } catch .absent(let absence) {
      guard let silence = trace.lastSilence else {
        // The fact was read too long ago to be among the traced ones: one of the first of many tools.
        let silence = Silence(.manifest, note: absence.reason)
        return absence.code == 0 ? .notGiven(silence) : .notStated(silence)
      }
      return silence.mention == nil ? .notGiven(silence) : .notStated(silence)
    } catch {
      return .failed("the rule could not be evaluated: \(error)")
    }
  }

  private func place(named location: Program?, _ bindings: Bindings) -> SourceSpan? {
    guard let location else { return nil }
    trace.reset()
    do {
      _ = try location.evaluate(bindings, costLimit: Self.costLimit, observer: trace)
    } catch {
      // The place is a courtesy: what was read before the error still shows where to look.
    }
    return trace.decidingPlace
  }

  /// The places of what the check's finding points at beside its own.
  private func related(to check: CompiledRule.Check, _ bindings: Bindings) -> [Finding.Related] {
    guard let related = check.related else { return [] }
    do {
      guard
        case .list(let things) = try related.evaluate(
          bindings, costLimit: Self.costLimit, observer: trace)
      else { return [] }
      return things.compactMap { thing in
        guard case .object(let object) = thing else { return nil }
        return (object as? any PlacedObject)?.landmark
      }
    } catch {
      // Like the place, a courtesy: the finding is as true without it.
      return []
    }
  }

  private func cause(of check: CompiledRule.Check, _ bindings: Bindings) -> String? {
    do {
      return try check.cause?.render(bindings, costLimit: Self.costLimit)
    } catch {
      // Without it the finding is one of its own, and as true.
      return nil
    }
  }

  private func message(of check: CompiledRule.Check, _ bindings: Bindings) -> String {
    check.message.render(
      bindings, costLimit: Self.costLimit, listLimit: Self.listLimit, orElse: "(not stated)")
  }
}
