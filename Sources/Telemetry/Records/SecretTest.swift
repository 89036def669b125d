/// Tells whether a text holds a live secret.
///
/// What secrets look like is known to whoever reads all the other files; a log is read with their eyes.
public typealias SecretTest = @Sendable (_ text: String) -> Bool
