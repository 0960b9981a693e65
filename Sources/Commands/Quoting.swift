/// A word written so that a line reads it back as the same word.
public func quoted(_ word: String) -> String {
  let special = " \t'\"\\".utf8
  guard
    word.isEmpty || word.utf8.first == UInt8(ascii: "#")
      || word.utf8.contains(where: special.contains)
  else { return word }
  if !word.utf8.contains(UInt8(ascii: "'")) { return "'\(word)'" }
  var text = "\""
  for scalar in word.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { text.unicodeScalars.append("\\") }
    text.unicodeScalars.append(scalar)
  }
  return text + "\""
}
