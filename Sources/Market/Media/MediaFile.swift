/// A file that a party has sent, to be shown with what it offers.
///
///     opened → arriving → waiting → ready
///                  │         └────→ refused
///                  └──────────────→ refused
///
/// It arrives piece by piece; how much of it is there, the file itself says by its length, and no row
/// could say it better. When it is whole it waits to be looked at. What is refused stays until somebody
/// removes it or nobody has asked for a day, so that its sender can be told why.
package struct MediaFile: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case arriving
    /// It is whole, and nobody has looked at it yet.
    case waiting
    case ready(LookedAt)
    case refused(MediaFault)
  }

  package let id: ID<MediaFile>
  /// Under which it is known outside and kept in storage.
  package let key: MediaKey
  package let party: ID<Party>
  /// As its sender calls it, but for what no name should have.
  package let name: String
  /// What its sender says it is, and what its first bytes must say too.
  package let format: MediaFormat
  package let bytes: Int64
  package let openedAt: Instant
  package internal(set) var state: State
  /// SHA-256 of the whole, in hexadecimal; nil while it arrives.
  package internal(set) var digest: String?

  package init(
    id: ID<MediaFile>, key: MediaKey, party: ID<Party>, name: String, format: MediaFormat,
    bytes: Int64, openedAt: Instant, state: State = .arriving, digest: String? = nil
  ) {
    self.id = id
    self.key = key
    self.party = party
    self.name = name
    self.format = format
    self.bytes = bytes
    self.openedAt = openedAt
    self.state = state
    self.digest = digest
  }

  package var isReady: Bool { if case .ready = state { true } else { false } }
}

package typealias MediaKey = PublicID<MediaFile>

extension MediaFile: Entity {
  package static let noun = Noun.media
}

package enum MediaError: Refusing, Hashable {
  case unknown
  case refused(Refusal)
  case notActive(ID<Party>)
  case unfit(MediaFault)
  /// So many files of the party arrive already.
  case tooManyArriving(max: Int)
  /// So many files of the party are shown nowhere.
  case tooManyUnused(max: Int)
  /// A piece that does not begin where the last one ended.
  case wrongOffset(received: Int64)
  /// More than was announced.
  case pastTheEnd(bytes: Int64)
  case notArriving(MediaFile.State)
  case notWaiting(MediaFile.State)
  /// Something shows it.
  case inUse
}
