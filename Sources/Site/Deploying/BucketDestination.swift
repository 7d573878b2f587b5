import Glibc
import Market
import Outside
import Synchronization

/// A bucket of a storage service that speaks as S3 does. Pages are there without their ending, as they
/// are asked for; what a bucket shows first and for what is missing keeps it.
struct BucketDestination: Destination {
  /// How often a file is sent that comes back otherwise.
  private static let putsMax = 3
  private static let namedPages = ["index.html", "404.html"]

  let bucket: BucketAddress
  let key: AccessKey
  let encoding: Target.Encoding
  /// Whether pages have no ending there.
  let areBare: Bool
  let workers: Int
  let facts: Target.Facts
  let clock: @Sendable () -> Instant

  var address: String {
    let place = "\(bucket.endpoint) \(bucket.bucket) \(bucket.prefix)"
    return "\(place) \(encoding.rawValue)\(areBare ? "" : " html")"
  }

  func open() throws { try Self.retrying { () throws(BucketError) in try makeBucket().check() } }

  private func makeBucket() -> Bucket {
    Bucket(bucket, key: key, clock: clock, client: WebClient())
  }

  /// A file and what it was packed into are one object, which is another when the file is packed in
  /// another way.
  func arranged(_ parcels: [Parcel]) throws -> [Parcel] {
    let plain = parcels.filter { $0.path == $0.path.withoutPackedEnding }
    guard let form = encoding.form else { return plain }
    let known = Set(plain.map(\.path))
    let packedAnew = try parcels.compactMap { parcel -> Parcel? in
      let path = parcel.path.withoutPackedEnding
      guard parcel.path == "\(path)\(form.ending)", !known.contains(path) else { return nil }
      return try parcel.standing(for: path)
    }
    return plain + packedAnew
  }

  func send(_ parcels: [Parcel], _ done: @escaping @Sendable (Parcel) throws -> Void) throws {
    try eachWithBucket(parcels) { bucket, parcel in
      let object = try object(of: parcel)
      for _ in 0..<Self.putsMax {
        try put(object, into: bucket)
        if try isThere(object, in: bucket) { return try done(parcel) }
      }
      throw DeployError.unlike(parcel.path)
    }
  }

  func remove(_ parcels: [Parcel], _ done: @escaping @Sendable (Parcel) throws -> Void) throws {
    try eachWithBucket(parcels) { bucket, parcel in
      let name = name(of: parcel.path)
      try Self.retrying { () throws(BucketError) in try bucket.remove(name) }
      try done(parcel)
    }
  }

  func faulty(among parcels: [Parcel]) throws -> [Parcel] {
    let found = Mutex<[Parcel]>([])
    try eachWithBucket(parcels) { bucket, parcel in
      let object = try object(of: parcel)
      let isFine = try Self.retrying { () throws(BucketError) in
        try bucket.get(object.name) == object.bytes
      }
      guard try isFine && isThere(object, in: bucket) else {
        return found.withLock { $0.append(parcel) }
      }
    }
    return found.withLock { $0 }
  }

  func send(_ text: String, named name: String) throws {
    let facts = facts(name)
    try Self.retrying { () throws(BucketError) in
      try makeBucket().put(
        name, Array(text.utf8), type: facts.type, cacheControl: facts.cacheControl)
    }
  }

  private struct Object {
    let name: String
    let bytes: [UInt8]
    let type: String
    let cacheControl: String
    let encoding: String?
  }

  private func object(of parcel: Parcel) throws -> Object {
    let facts = facts(parcel.path)
    let own = try parcel.bytes()
    // What is shorter than a packet is not packed.
    let packed = try encoding.form.flatMap { try parcel.source.bytes(of: parcel.path, as: $0) }
    return Object(
      name: name(of: parcel.path), bytes: packed ?? own, type: facts.type,
      cacheControl: facts.cacheControl, encoding: packed == nil ? nil : encoding.field)
  }

  private func put(_ object: Object, into bucket: Bucket) throws {
    try Self.retrying { () throws(BucketError) in
      try bucket.put(
        object.name, object.bytes, type: object.type, cacheControl: object.cacheControl,
        encoding: object.encoding)
    }
  }

  private func isThere(_ object: Object, in bucket: Bucket) throws -> Bool {
    try Self.retrying { () throws(BucketError) in
      try bucket.isSame(
        object.name, object.bytes, type: object.type, cacheControl: object.cacheControl,
        encoding: object.encoding)
    }
  }

  private func name(of path: String) -> String {
    guard path.hasSuffix(".html"), areBare, !Self.namedPages.contains(path) else { return path }
    return String(path.dropLast(5))
  }

  func link(to path: String) -> String {
    path == "index.html" ? "/" : "/\(name(of: path))"
  }

  /// Each worker has a connection of its own.
  private func eachWithBucket(
    _ parcels: [Parcel], _ body: @Sendable (Bucket, Parcel) throws -> Void
  ) throws {
    let buckets = (0..<workers).map { _ in UnsharedBucket(bucket: makeBucket()) }
    try inParallel(parcels, by: workers) { parcel, worker in
      try body(buckets[worker].bucket, parcel)
    }
  }

  private static func retrying<Value>(_ attempt: () throws(BucketError) -> Value) throws -> Value {
    var random = SystemRandomNumberGenerator()
    do throws(BucketError) {
      return try Retry(sleep: wait).run(using: &random, attempt)
    } catch {
      throw DeployError.refused("\(error)")
    }
  }
}

/// One that only one thread at a time has.
private struct UnsharedBucket: @unchecked Sendable { let bucket: Bucket }
