/// What somebody says of a file before he sends it.
package struct MediaOffer: Hashable, Sendable {
  package let name: String
  package let format: MediaFormat
  package let bytes: Int64

  package static let nameCharactersMax = 100

  /// `label` is a media type, as browsers have it; where it says nothing, the ending of the name does.
  package init(name: String, label: String, bytes: Int64) throws(MediaError) {
    guard let format = MediaFormat(label: label, name: name) else {
      throw .unfit(.unknownFormat)
    }
    guard bytes > 0 else { throw .unfit(.empty) }
    let most = MediaLimits.bytesMax(of: format.kind)
    guard bytes <= most else { throw .unfit(.tooLarge(bytesMax: most)) }
    self.name = Self.cleaned(name)
    self.format = format
    self.bytes = bytes
  }

  /// The last step of a path, in one line, without what hides or turns something. It is shown, and
  /// offered as the name of a file; never used as one here.
  package static func cleaned(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
    let scalars = last.unicodeScalars.filter {
      String($0).isLine(atMost: 1) && !String($0).hidesSomething || $0 == " "
    }
    var text = String(String.UnicodeScalarView(scalars))
    while text.first == " " || text.first == "." { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    if text.count > nameCharactersMax {
      let ending = text.suffix(from: text.lastIndex(of: ".") ?? text.endIndex).prefix(10)
      text = String(text.prefix(nameCharactersMax - ending.count) + ending)
    }
    return text.isLine(atMost: nameCharactersMax) ? text : "file"
  }
}

extension MediaFormat {
  private static let unsaid = ["", "application/octet-stream"]

  /// What a sender says it is.
  package init?(label: String, name: String) {
    let type = label.prefix { $0 != ";" && $0 != " " }.lowercased()
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
    let endings = ["jpeg": "jpg", "jpe": "jpg", "jfif": "jpg", "m4v": "mp4"]
    let word = ending?.lowercased() ?? ""
    let found =
      if type == "image/jpg" {
        MediaFormat.jpeg
      } else if Self.unsaid.contains(type) {
        Self.allCases.first { $0.ending == endings[word] ?? word }
      } else {
        Self.allCases.first { $0.mediaType == type }
      }
    guard let found else { return nil }
    self = found
  }
}
