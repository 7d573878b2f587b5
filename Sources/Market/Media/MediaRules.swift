/// What can be done with a file that somebody sends, by whom and when.
extension MediaFile {
  /// Of one party at once.
  package static let arrivingMax = 20
  /// Of one party, shown nowhere: sent for a draft that was never saved, or for nothing.
  package static let unusedMax = 100
  /// What nothing shows is kept so long.
  package static let unusedKept = Duration.hours(24)

  /// `arriving` and `unused` count the party's other files.
  package static func opened(
    _ id: ID<MediaFile>, _ key: MediaKey, _ offer: MediaOffer, of party: Party, arriving: Int,
    unused: Int, by actor: Actor, at now: Instant
  ) throws(MediaError) -> MediaFile {
    try actor.mustHandleMedia(of: party.id)
    guard party.isActive else { throw .notActive(party.id) }
    guard arriving < arrivingMax else { throw .tooManyArriving(max: arrivingMax) }
    guard unused < unusedMax else { throw .tooManyUnused(max: unusedMax) }
    return MediaFile(
      id: id, key: key, party: party.id, name: offer.name, format: offer.format,
      bytes: offer.bytes, openedAt: now)
  }

  /// Throws unless a piece of `count` bytes at `offset` is the next one. `received` is how much of it
  /// is there. Returns how much there is with it.
  package func receiving(
    _ count: Int64, at offset: Int64, after received: Int64, by actor: Actor
  ) throws(MediaError) -> Int64 {
    try mustArrive(by: actor)
    guard offset == received else { throw .wrongOffset(received: received) }
    guard count <= bytes - received else { throw .pastTheEnd(bytes: bytes) }
    return received + count
  }

  /// It is whole, and its first bytes say what it is.
  package func arrived(
    as digest: String, head: [UInt8], by actor: Actor
  ) throws(MediaError) -> MediaFile {
    try mustArrive(by: actor)
    if let fault = fault(of: head) { throw .unfit(fault) }
    var file = self
    file.state = .waiting
    file.digest = digest
    return file
  }

  /// Why it cannot be what its sender says, by its first bytes.
  package func fault(of head: [UInt8]) -> MediaFault? {
    do throws(MediaFault) {
      let found = try MediaFormat(head: head, named: name, labelled: format.mediaType)
      return found == format ? nil : .mislabelled
    } catch {
      return error
    }
  }

  private func mustArrive(by actor: Actor) throws(MediaError) {
    try actor.mustHandleMedia(of: party)
    guard state == .arriving else { throw .notArriving(state) }
  }

  /// By whoever has looked at it, which is always the house.
  package func lookedAt(_ looked: LookedAt) throws(MediaError) -> MediaFile {
    guard state == .waiting else { throw .notWaiting(state) }
    return with(.ready(looked))
  }

  /// While it arrives by its first bytes, later by all of them.
  package func refused(because fault: MediaFault) throws(MediaError) -> MediaFile {
    switch state {
    case .arriving, .waiting: return with(.refused(fault))
    case .ready, .refused: throw .notWaiting(state)
    }
  }

  package func mustBeRemovable(isUsed: Bool, by actor: Actor) throws(MediaError) {
    try actor.mustHandleMedia(of: party)
    guard !isUsed else { throw .inUse }
  }

  private func with(_ state: State) -> MediaFile {
    var file = self
    file.state = state
    return file
  }
}

extension Actor {
  /// Whoever writes what a party offers, or says who it is, may handle its files.
  package func mustHandleMedia(of party: ID<Party>) throws(MediaError) {
    guard let why = refusal(of: .sell, over: party), refusal(of: .present, over: party) != nil
    else { return }
    throw .refused(why)
  }
}

extension GigContent {
  /// What keeps its pictures from being shown: `files` are those that exist of what it names. A file
  /// of somebody else is no file here.
  package func mediaFaults(of party: ID<Party>, _ files: [MediaFile]) -> [GigFault] {
    let own = files.filter { $0.party == party }
    let isKnown = media.allSatisfy { named in own.contains { $0.key.text == named.file } }
    let isReady = own.allSatisfy(\.isReady)
    return (isKnown ? [] : [.unknown(.media)]) + (isReady ? [] : [.notReady(.media)])
  }
}

extension PortfolioWork {
  /// `files` are those that exist of what it names. What is whole may stand there before anybody has
  /// looked at it, and is shown once it is ready; what was refused then hinders nobody from writing the rest.
  package func mediaFaults(of party: ID<Party>, _ files: [MediaFile]) -> [ProfileFault] {
    let own = files.filter { $0.party == party }
    let isKnown = media.allSatisfy { key in own.contains { $0.key == key } }
    let isWhole = own.allSatisfy { $0.state != .arriving }
    return (isKnown ? [] : [.unknown(.itemMedia)]) + (isWhole ? [] : [.missing(.itemMedia)])
  }
}
