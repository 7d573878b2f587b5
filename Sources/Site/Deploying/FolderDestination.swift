import Glibc

/// A folder of this machine, or of a disk that is mounted here. Each file comes into its place whole.
struct FolderDestination: Destination {
  /// What is on its way. Web servers are told not to show what begins with a dot.
  private static let wayName = ".deploying"
  private static let workers = 2

  let path: String

  var address: String { "folder:\(path)" }

  func open() throws {
    do throws(SiteError) {
      if Folder.isFolder(way) { try Folder.remove(way) }
      try Folder.make(way)
    } catch {
      throw Self.refusal(error)
    }
  }

  private var way: String { "\(path)/\(Self.wayName)" }

  func send(_ parcels: [Parcel], _ done: @escaping @Sendable (Parcel) throws -> Void) throws {
    let (root, way) = try (OpenFolder(path), OpenFolder(way))
    try inParallel(parcels, by: Self.workers) { parcel, worker in
      let bytes = try parcel.bytes()
      try put(bytes, parcel.path, named: "\(worker)", way, root)
      guard try has(bytes, at: parcel.path, root) else { throw DeployError.unlike(parcel.path) }
      try done(parcel)
    }
  }

  func send(_ text: String, named name: String) throws {
    try put(Array(text.utf8), name, named: "other", OpenFolder(way), OpenFolder(path))
  }

  func remove(_ parcels: [Parcel], _ done: @escaping @Sendable (Parcel) throws -> Void) throws {
    let root = try OpenFolder(path)
    for parcel in parcels {
      do throws(SiteError) {
        try root.remove(TreePath(relative: parcel.path))
      } catch {
        throw Self.refusal(error)
      }
      try done(parcel)
    }
  }

  func faulty(among parcels: [Parcel]) throws -> [Parcel] {
    let root = try OpenFolder(path)
    return try parcels.filter { try !has($0.bytes(), at: $0.path, root) }
  }

  private func put(
    _ bytes: [UInt8], _ path: String, named name: String, _ way: OpenFolder, _ root: OpenFolder
  ) throws {
    do throws(SiteError) {
      let place = try TreePath(relative: path)
      try Folder.write(bytes, to: "\(way.path)/\(name)")
      _ = try root.take(place, named: name, from: way)
    } catch {
      unlink("\(way.path)/\(name)")
      throw Self.refusal(error)
    }
  }

  private func has(_ bytes: [UInt8], at path: String, _ root: OpenFolder) throws -> Bool {
    try root.bytes(of: TreePath(relative: path)) == bytes
  }

  private static func refusal(_ error: SiteError) -> DeployError {
    if error.isForRoom {
      return .refused("The disk of the target is full: make room there and deploy again.")
    }
    return .refused("\(error)")
  }

  func close() { try? Folder.remove(way) }
}
