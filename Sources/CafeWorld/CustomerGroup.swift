public import DNS
import Route53

/// The people who order at the café's website: how many, and how often in each hour of the day.
public struct CustomerProfile: Hashable, Sendable, Codable {
  public let count: Int
  /// For each local hour 0…23: milliseconds between two orders of one customer; 0: nobody orders.
  public let periods: [Milliseconds]

  public init(count: Int, periods: [Milliseconds]) {
    precondition(periods.count == 24, "a day has twenty-four periods")
    self.count = count
    self.periods = periods
  }

  /// The café's day in minutes between two orders: coffee at eight, lunch, tea, and a few at night.
  public static let cafe = CustomerProfile(
    count: 200,
    periods: [
      240, 240, 240, 240, 240, 120, 30, 12, 10, 12, 20, 15,
      10, 12, 20, 20, 15, 15, 20, 30, 40, 60, 120, 240,
    ].map { $0 * .minute }
  )

  /// The same day for so many people whose clocks are so many hours ahead of the café's.
  public func lived(by count: Int, hoursAhead: Int) -> CustomerProfile {
    let shift = (hoursAhead % 24 + 24) % 24
    return CustomerProfile(count: count, periods: Array(periods[shift...] + periods[..<shift]))
  }
}

/// Customers of one place.
public struct CustomerGroup: Hashable, Sendable, Codable {
  public let name: String
  public let profile: CustomerProfile
  /// For whom the authority takes their questions; nil: for the learner.
  public let subnet: AddressBlock?

  public init(name: String, profile: CustomerProfile, subnet: AddressBlock? = nil) {
    self.name = name
    self.profile = profile
    self.subnet = subnet
  }
}
