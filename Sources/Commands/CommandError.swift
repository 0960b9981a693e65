public import CafeWorld

/// Why a line was not understood: facts; `message` makes the sentence.
public enum CommandError: Error, Hashable, Sendable {
  case tooLong(bytes: Int, most: Int)
  /// A control character or other byte that no command has, at a column counted from 1.
  case controlCharacter(column: Int, scalar: UInt32)
  case openQuote(column: Int, quote: Character)
  case danglingBackslash(column: Int)
  case unknownVerb(String, near: [String])
  /// A verb whose first word needs a second: `create …`.
  case incomplete(verb: String, choices: [String])
  /// What ArgumentParser has to say, and the command's usage line.
  case usage(command: String, message: String, usage: String, near: [String])
  /// A name that nothing has; those that come near.
  case unknownName(Rejection.Kind, String, near: [String])
  /// A name that nothing has of the several kinds that it could be of, such as `instance or
  /// lesson`; `look` is the verb that lists them.
  case unknownThing(what: String, String, near: [String], look: String)
  /// A name that is taken; the short language refuses a second thing of one name.
  case nameTaken(Rejection.Kind, String)
  /// An instance stands for an address, but has no public one now.
  case noPublicAddress(instance: String)
  /// An instance stands for an address, but is gone for good.
  case instanceGone(String)
  /// A name that several things have; nil: things of several kinds.
  case ambiguous(Rejection.Kind?, String, choices: [String])
  case badValue(option: String, value: String, allowed: String, near: [String])
  /// The shell must read this file first, at most 1 MiB, and then give the line again.
  case needsFile(path: String)
  /// JSON or the AWS CLI's shorthand that cannot be read, and where.
  case badDocument(what: String, position: String?, message: String)
  /// A refusal by AWS that no command of the world can bring about, with AWS's own code.
  case service(operation: String, code: String, message: String, near: [String])
  /// `aws` with a service, operation or option that this café does not have.
  case unsupportedAws(service: String, operation: String?, near: [String])
}
