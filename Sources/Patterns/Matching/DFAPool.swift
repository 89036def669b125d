import Synchronization

/// The automata of one program and goal, lent to one run each, so that threads share what has been
/// built without waiting for each other's runs.
final class DFAPool: Sendable {
  private let program: Program
  private let goal: LazyDFA.Goal
  private let idle = Mutex<[LazyDFA]>([])

  init(_ program: Program, goal: LazyDFA.Goal) {
    self.program = program
    self.goal = goal
  }

  /// Calls `body` with an automaton that nobody else uses meanwhile.
  func withAutomaton<Result>(_ body: (inout LazyDFA) -> Result) -> Result {
    var automaton = idle.withLock { $0.popLast() } ?? LazyDFA(program, goal: goal)
    let result = body(&automaton)
    idle.withLock { $0.append(automaton) }
    return result
  }
}
