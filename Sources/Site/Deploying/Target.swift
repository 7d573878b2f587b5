package import Market
package import Outside

/// Where a site is to be sent, and who is told.
package struct Target: Sendable {
  package enum Place: Sendable {
    case folder(String)
    /// As rsync takes it: `user@host:/srv/www`, or `rsync://host/module`.
    case rsync(String)
    /// `areBare`: pages have no ending there.
    case bucket(BucketAddress, AccessKey, Encoding, areBare: Bool, workers: Int)
  }

  /// How a text is kept there: as it is, or packed, for all who ask.
  package enum Encoding: String, CaseIterable, Sendable {
    case none
    case gzip
    case brotli

    var form: PackedForm? {
      switch self {
      case .none: nil
      case .gzip: .gzip
      case .brotli: .brotli
      }
    }

    var field: String? {
      switch self {
      case .none: nil
      case .gzip: "gzip"
      case .brotli: "br"
      }
    }
  }

  /// What is said of a file wherever it is served from.
  package typealias Facts = @Sendable (_ path: String) -> (type: String, cacheControl: String)

  package let name: String
  /// What people call it: a target of the command line has no name of its own.
  package let title: String
  package let place: Place
  package let notices: [Notice]
  let facts: Facts
  let clock: @Sendable () -> Instant

  package init(
    _ name: String, title: String? = nil, at place: Place, notices: [Notice] = [],
    facts: @escaping Facts,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.name = name
    self.title = title ?? name
    self.place = place
    self.notices = notices
    self.facts = facts
    self.clock = clock
  }

  /// Whether it would be sent into what it is made of.
  func isWithin(_ output: String) -> Bool {
    guard case .folder(let path) = place else { return false }
    let (target, source) = (Folder.real(path) + "/", Folder.real(output) + "/")
    return target.hasPrefix(source) || source.hasPrefix(target)
  }

  func destination(in output: String) -> any Destination {
    switch place {
    case .folder(let path): FolderDestination(path: Folder.real(path))
    case .rsync(let place): RsyncDestination(place: place, way: "\(output)/deploy/\(name).way")
    case .bucket(let address, let key, let encoding, let areBare, let workers):
      BucketDestination(
        bucket: address, key: key, encoding: encoding, areBare: areBare, workers: workers,
        facts: facts, clock: clock)
    }
  }
}
