public import CafeWorld
public import DNS
public import Route53

/// What a typed line asks for, with every name already resolved.
public enum Request: Hashable, Sendable {
  /// An empty line, or a comment.
  case nothing
  /// Changes of the world, in order: all are carried out, or, if one is refused, none.
  case change([Command], showing: Showing)
  /// One record change from the short language; inside `batch` it is kept for `commit`.
  case changeRecord(HostedZoneID, Change)
  /// A question; it never changes the world.
  case ask(Inquiry)
  case batch(BatchVerb)
  case lesson(LessonVerb)
  case travel(TravelVerb)
  case sitting(SittingVerb)
  case demo(DemoVerb)
  case session(SessionVerb)
}

/// How the outcome of a change is shown.
public enum Showing: Hashable, Sendable {
  /// What happened, in sentences.
  case events
  /// dig's own layout, or the data alone.
  case dig(Question, resolver: String, short: Bool)
  /// A page as a browser shows it.
  case page
  /// A page as `curl` prints it, with `head` only the status line and headers.
  case curl(head: Bool)
  /// The mail with this number.
  case mail(Int)
  /// The JSON that the AWS CLI prints.
  case aws(AwsCall)
}

/// Questions about the world as it is now.
public enum Inquiry: Hashable, Sendable {
  case status
  case list(Listing, zone: HostedZoneID?)
  case instance(InstanceID)
  case healthCheck(HealthCheckID)
  case recordSets(HostedZoneID, DomainName)
  case hostedZone(HostedZoneID)
  case delegationSet(DelegationSetID)
  case cidrCollection(CidrCollectionID)
  case alarm(String)
  case topic(arn: String)
  case resource(DomainName)
  /// dig straight at Route 53's name servers; nil: as the learner's own resolver asks.
  case authority(Question, short: Bool, from: AddressBlock? = nil)
  case inbox(mailbox: String?)
  case diagram
  /// A strip of the last so many milliseconds (nil: as long as something happened lately).
  case timeline(HealthCheckID?, last: Milliseconds?)
  /// What a health check told CloudWatch in the last so many milliseconds (nil: ten minutes).
  case metrics(HealthCheckID, last: Milliseconds?)
  /// A plot of the last so many milliseconds (nil: since the customers came).
  case orders(last: Milliseconds?)
  /// Why a client (nil: the learner's own resolver) gets the answer that it gets.
  case explain(Question, from: AddressBlock? = nil)
  /// Many schedules of faults, each on a copy.
  case chaos(Chaos)
  case now
  /// The JSON that the AWS CLI prints for a call that only reads.
  case aws(AwsCall)
}

/// What `list` can list.
public enum Listing: String, CaseIterable, Hashable, Sendable {
  case zones
  case records
  case healthChecks = "health-checks"
  case instances
  case alarms
  case topics
  case addresses
  case resolvers
  case delegationSets = "delegation-sets"
  case cidrCollections = "cidr-collections"
  case resources
}

/// The record changes between `batch` and `commit` become one change batch.
public enum BatchVerb: Hashable, Sendable {
  case open
  case commit
  case discard
  case show
}

/// What moves through a lesson.
public enum LessonVerb: Hashable, Sendable {
  case next
  case back
  case task
  case check
  case hint
  case showMe
  case skip
  /// Why a condition, or the latest answer, is as it is.
  case why(String?)
  /// The fewest lines that make a condition fail; nil: the first that does.
  case cause(String?)
  /// The nearest change that makes a condition hold; nil: the first that fails.
  case repair(String?)
  /// A response: to a named question or prediction, or to the one that is asked now.
  case answer(String)
  case quiz
  /// What was answered before is asked again.
  case review
  case progress
  case lessons
  case start(lesson: String, AttemptChoice)
  /// What was built and why it worked: shown, or written to a file.
  case notes(to: String?)
  /// A signed file that says what was reached, and of whom if they say so; without a path it gets
  /// a name of its own.
  case certificate(to: String?, name: String?)
  /// Lets time pass until a test of the lesson language holds, at most so long.
  case runUntil(test: String, atMost: Milliseconds)
}

/// What concerns a sitting under rules.
public enum SittingVerb: Hashable, Sendable {
  case rules
  case time
  /// Ten characters that stand for the whole record.
  case checkpoint
  /// Hands a quiz in; nil: under a name of its own.
  case submit(path: String?)
}

/// Which attempt of a lesson is opened.
public enum AttemptChoice: Hashable, Sendable {
  /// The latest, where it was left; the first when there is none yet.
  case latest
  /// The one of this number, from 1.
  case numbered(Int)
  /// A new one, at its first step or, with the steps before it solved, at this one.
  case new(step: String?)
}

/// What moves through the journal.
public enum TravelVerb: Hashable, Sendable {
  case undo(Int)
  case redo(Int)
  case history
  /// An entry by number, a bookmark or a branch by name, or `Place.now`.
  case goTo(String)
  case diff(from: String, to: String)
  case bookmark(String?)
  case branch(String?)
  /// A line, carried out on a copy.
  case whatIf(String)
  /// A schedule of faults, played on a branch of its own.
  case chaosReplay(seed: UInt64, over: Milliseconds)
}

/// What moves through a demo.
public enum DemoVerb: Hashable, Sendable {
  /// So many pauses back, the café too.
  case rewind(Int)
  /// To where the demo is, after somebody has taken over.
  case resume
}

/// What concerns the session itself.
public enum SessionVerb: Hashable, Sendable {
  case help([String])
  case set(key: String?, value: String?)
  /// Runs the world by the clock of the machine, or stops that; nil: says which.
  case live(Bool?)
  /// Shows the world on a page for a projector, on this port where one is named, or stops that;
  /// nil: says which.
  case stage(Bool?, port: Int?)
  case export(path: String)
  case quit
}
