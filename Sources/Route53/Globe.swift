/// Distances on the globe in whole numbers, so that every machine finds the same.
///
/// The earth is a ball of radius 6,371 km here. Against the exact haversine formula a distance is
/// wrong by less than 5 m up to 19,000 km, and by less than 1 km between points nearly opposite.
enum Globe {
  /// The great-circle distance between two points in metres, by the haversine formula.
  static func metres(from one: Coordinates, to other: Coordinates) -> Int {
    // Coordinates are hundredths of a degree; half of a difference is an odd number of thousandths
    // at most five at a time.
    let north = sine((one.latitude - other.latitude) * 5)
    let east = sine((one.longitude - other.longitude) * 5)
    let cosines = cosine(one.latitude * 10) * cosine(other.latitude * 10) / unit
    // The haversine itself, and so its root, keeps all eighteen digits.
    let haversine = north * north + cosines * east / unit * east
    let half = angle(ofSine: root(haversine))
    // A thousandth of a degree is 111.194_927 m; the distance spans twice the half angle.
    return 2 * half * 111_194_927 / 1_000_000_000
  }

  /// What stands for 1 in sines and cosines.
  private static let unit = 1_000_000_000

  /// The sine of thousandths of a degree, in billionths.
  static func sine(_ thousandths: Int) -> Int {
    let turned = ((thousandths % 360_000) + 360_000) % 360_000
    if turned >= 180_000 { return -sine(turned - 180_000) }
    let acute = turned > 90_000 ? 180_000 - turned : turned
    let (degrees, rest) = acute.quotientAndRemainder(dividingBy: 1_000)
    guard rest > 0 else { return sines[degrees] }
    // sin(a + h) = sin a cos h + cos a sin h, and h is less than a degree: its first terms do.
    let h = rest * 17_453_293 / 1_000
    let squared = h * h / unit
    let sineH = h - squared * h / unit / 6
    let cosineH = unit - squared / 2 + squared * squared / unit / 24
    return (sines[degrees] * cosineH + sines[90 - degrees] * sineH) / unit
  }

  static func cosine(_ thousandths: Int) -> Int { sine(thousandths + 90_000) }

  /// The angle from 0 to 90 degrees of a sine in billionths, in millionths of a degree: between two
  /// neighbours in thousandths, in proportion.
  private static func angle(ofSine value: Int) -> Int {
    var (low, high) = (0, 90_000)
    while high - low > 1 {
      let middle = (low + high) / 2
      if sine(middle) <= value { low = middle } else { high = middle }
    }
    let (below, above) = (sine(low), sine(high))
    guard above > below else { return low * 1_000 }
    let part = min(max(value - below, 0), above - below)
    return low * 1_000 + part * 1_000 / (above - below)
  }

  /// The whole part of a square root.
  private static func root(_ number: Int) -> Int {
    guard number > 1 else { return max(number, 0) }
    var guess = number
    var next = 1 << ((Int.bitWidth - number.leadingZeroBitCount + 1) / 2)
    while next < guess {
      guess = next
      next = (guess + number / guess) / 2
    }
    return guess
  }

  /// The sines of 0 to 90 whole degrees, in billionths.
  private static let sines: [Int] = [
    0, 17_452_406, 34_899_497, 52_335_956, 69_756_474, 87_155_743, 104_528_463,
    121_869_343, 139_173_101, 156_434_465, 173_648_178, 190_808_995, 207_911_691, 224_951_054,
    241_921_896, 258_819_045, 275_637_356, 292_371_705, 309_016_994, 325_568_154, 342_020_143,
    358_367_950, 374_606_593, 390_731_128, 406_736_643, 422_618_262, 438_371_147, 453_990_500,
    469_471_563, 484_809_620, 500_000_000, 515_038_075, 529_919_264, 544_639_035, 559_192_903,
    573_576_436, 587_785_252, 601_815_023, 615_661_475, 629_320_391, 642_787_610, 656_059_029,
    669_130_606, 681_998_360, 694_658_370, 707_106_781, 719_339_800, 731_353_702, 743_144_825,
    754_709_580, 766_044_443, 777_145_961, 788_010_754, 798_635_510, 809_016_994, 819_152_044,
    829_037_573, 838_670_568, 848_048_096, 857_167_301, 866_025_404, 874_619_707, 882_947_593,
    891_006_524, 898_794_046, 906_307_787, 913_545_458, 920_504_853, 927_183_855, 933_580_426,
    939_692_621, 945_518_576, 951_056_516, 956_304_756, 961_261_696, 965_925_826, 970_295_726,
    974_370_065, 978_147_601, 981_627_183, 984_807_753, 987_688_341, 990_268_069, 992_546_152,
    994_521_895, 996_194_698, 997_564_050, 998_629_535, 999_390_827, 999_847_695, 1_000_000_000,
  ]
}
