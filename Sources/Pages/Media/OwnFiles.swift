import Market
package import Theme

/// The files of something that is for sale, or was made, where they are sent and put in order.
package struct OwnFiles: View {
  package let lead: String
  package let accept: String
  package let isFull: Bool
  package let reasons: [UploadReason]
  package let media: Link
  package let items: [OwnFileLine]

  package static let about = "Files of a seller, and where more of them are sent."
  package static let fields = Fields<Self>(
    Field("lead", \.lead, "What may be sent, and how many."),
    Field("accept", \.accept, "The media types that are taken, for `accept`."),
    Field("isFull", \.isFull, "There is room for no more."),
    Field("reasons", \.reasons, "Why scripts may be told that a file is not taken."),
    Field("media", \.media, "The address of the API where scripts send files."),
    Field("items", \.items, "What there is, in its order; the first picture is the cover."))
}

/// Why a file is not taken, for scripts to tell.
package struct UploadReason: View {
  package let code: Token
  package let sentence: String

  package static let about = "What to tell who sent a file that is not taken."
  package static let fields = Fields<Self>(
    Field("code", \.code, "As the API says it."),
    Field("sentence", \.sentence, "As people say it."))
}

/// A picture or a file among others.
package struct OwnFileLine: View {
  package let place: Int
  package let key: String
  package let keyName: Token
  package let name: String
  package let state: OwnFileState
  package let kind: MediaKindChoice
  package let reason: String?
  package let picture: Picture?
  package let original: Link?
  package let isFirst: Bool
  package let captions: [TextField]

  package static let about = "A picture or a file of a seller, on the page where they are chosen."
  package static let fields = Fields<Self>(
    Field("place", \.place, "Where it stands, from 0: for the buttons that move and remove it."),
    Field("key", \.key, "Its key, for the hidden field."),
    Field("keyName", \.keyName, "The name of that field."),
    Field("name", \.name, "What the file is called."),
    Field("state", \.state, "How far it is."), Field("kind", \.kind, "What it is."),
    Field("reason", \.reason, "Why it is not taken, in a sentence."),
    Field("picture", \.picture, "How it looks, once that is known."),
    Field("original", \.original, "The file itself, once it is whole."),
    Field("isFirst", \.isFirst, "Nothing stands before it."),
    Field("captions", \.captions, "What it shows, in each language, where that is asked."))
}

package enum OwnFileState: Int, CaseIterable, Choice {
  case arriving, waiting, ready, refused
  /// Nobody knows of it any more.
  case gone
}

package enum MediaKindChoice: Int, CaseIterable, Choice {
  case picture, video, document

  init(_ kind: MediaKind) {
    self =
      switch kind {
      case .picture: .picture
      case .video: .video
      case .document: .document
      }
  }
}
