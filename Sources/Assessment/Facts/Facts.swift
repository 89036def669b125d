import CEL

/// Every fact that a rule may name, by the kind of object that it is asked of.
///
/// Each object type has a file or a place of its own; adding a fact there makes it known to the checker,
/// to `mcpready explain` and to rule authors at once.
enum Facts {
  /// Every object type, for the environment in which rules are compiled.
  static let objectTypes: [ObjectType] = [
    server.objectType, tool.objectType, route.objectType, client.objectType, traffic.objectType,
    fleet.objectType, threshold.objectType, entry.objectType, scope.objectType,
    credential.objectType, package.objectType, token.objectType, secret.objectType,
    parameter.objectType, hiddenText.objectType, header.objectType, rateLimit.objectType,
    missingField.objectType, grantUse.objectType, drill.objectType, callGroup.objectType,
    rollout.objectType, crossing.objectType, sharedAgent.objectType, breach.objectType,
    oversizedResult.objectType,
    exception.objectType, downstream.objectType, sharing.objectType, changelogError.objectType,
    drillGap.objectType, grant.objectType, duty.objectType, passage.objectType, namesake.objectType,
    change.objectType, agent.objectType, capability.objectType,
    setting.objectType,
  ]
}
