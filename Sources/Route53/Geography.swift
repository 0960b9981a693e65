/// The continents, countries and subdivisions that geolocation record sets can name.
public enum Geography {
  /// `M:GeoLocation`.
  public static let continents: [Area] = table(
    """
    AF Africa
    AN Antarctica
    AS Asia
    EU Europe
    NA North America
    OC Oceania
    SA South America
    """
  )

  /// ISO 3166-1 alpha-2 without Bouvet Island, Christmas Island, Western Sahara, and Heard and
  /// McDonald Islands, which Route 53 does not have (`CP:geolocation-unsupported-country`).
  public static let countries: [Area] = table(countryText)

  /// The states and territories of the United States (`CP:geolocation-subdivision-code-value`) and
  /// the regions of Ukraine (ISO 3166-2); no other country has subdivisions here.
  public static func subdivisions(of country: String) -> [Area] {
    switch country {
    case "US": states
    case "UA": regionsOfUkraine
    default: []
    }
  }

  /// A code and the name that goes with it.
  public struct Area: Hashable, Sendable {
    public let code: String
    public let name: String
  }

  /// Whether there is such a place.
  static func has(_ location: GeoLocation) -> Bool {
    switch location {
    case .anywhere: true
    case .continent(let code): continents.contains { $0.code == code }
    case .country(let code): countries.contains { $0.code == code }
    case .subdivision(let country, let code):
      subdivisions(of: country).contains { $0.code == code }
    }
  }

  /// The name of a country or of its subdivision; of one that is not there its code.
  public static func name(of code: String, in areas: [Area]) -> String {
    areas.first { $0.code == code }?.name ?? code
  }

  /// A code of two characters and a name in each line.
  private static func table(_ text: String) -> [Area] {
    text.split(separator: "\n").map { line in
      Area(code: String(line.prefix(2)), name: String(line.dropFirst(3)))
    }
  }

  private static let states: [Area] = table(
    """
    AK Alaska
    AL Alabama
    AR Arkansas
    AS American Samoa
    AZ Arizona
    CA California
    CO Colorado
    CT Connecticut
    DC District of Columbia
    DE Delaware
    FL Florida
    GA Georgia
    GU Guam
    HI Hawaii
    IA Iowa
    ID Idaho
    IL Illinois
    IN Indiana
    KS Kansas
    KY Kentucky
    LA Louisiana
    MA Massachusetts
    MD Maryland
    ME Maine
    MI Michigan
    MN Minnesota
    MO Missouri
    MP Northern Mariana Islands
    MS Mississippi
    MT Montana
    NC North Carolina
    ND North Dakota
    NE Nebraska
    NH New Hampshire
    NJ New Jersey
    NM New Mexico
    NV Nevada
    NY New York
    OH Ohio
    OK Oklahoma
    OR Oregon
    PA Pennsylvania
    PR Puerto Rico
    RI Rhode Island
    SC South Carolina
    SD South Dakota
    TN Tennessee
    TX Texas
    UM United States Minor Outlying Islands
    UT Utah
    VA Virginia
    VI U.S. Virgin Islands
    VT Vermont
    WA Washington
    WI Wisconsin
    WV West Virginia
    WY Wyoming
    """
  )

  private static let regionsOfUkraine: [Area] = table(
    """
    05 Vinnytsia
    07 Volyn
    09 Luhansk
    12 Dnipropetrovsk
    14 Donetsk
    18 Zhytomyr
    21 Zakarpattia
    23 Zaporizhzhia
    26 Ivano-Frankivsk
    30 Kyiv City
    32 Kyiv
    35 Kirovohrad
    40 Sevastopol
    43 Crimea
    46 Lviv
    48 Mykolaiv
    51 Odesa
    53 Poltava
    56 Rivne
    59 Sumy
    61 Ternopil
    63 Kharkiv
    65 Kherson
    68 Khmelnytskyi
    71 Cherkasy
    74 Chernihiv
    77 Chernivtsi
    """
  )
}
