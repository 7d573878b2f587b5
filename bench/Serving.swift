import Foundation
import Glibc
import Proving
import Synchronization

private let rounds = 3
/// Of a page, about as large as most are.
private let pageBytes = 19_000
private let small = "{\"status\":\"ok\",\"count\":42}"
private let smallMin = 0.6
private let staticMin = 0.9
private let tailMax = 1.5

/// Requests a second beside nginx: a few bytes, which nginx has in its settings, and a page that both
/// have in the same folder. `wrk` asks both in turn, so that neither has the quieter machine. Beside it, how
/// long the slowest hundredth takes.
func serving() throws -> [Figure] {
  let folder = try TemporaryFolder()
  let site = folder.file("site")
  let files = FileManager.default
  try files.createDirectory(atPath: site + "/en", withIntermediateDirectories: true)
  var random = Seeded(1)
  let page = (0..<pageBytes).map { _ in UInt8.random(in: 97...122, using: &random) }
  try Data(page).write(to: URL(fileURLWithPath: site + "/en/page.html"))
  try small.write(toFile: site + "/en/small.html", atomically: true, encoding: .utf8)
  let nginx = try Nginx(in: folder, site: site)
  defer { nginx.end() }
  let ours = try Ours(site: site)
  defer { ours.end() }
  return try [
    ("serve-small", "/en/small", smallMin), ("serve-page", "/en/page", staticMin),
  ].flatMap { name, path, min in
    try compare(name, path, ours, nginx, atLeast: min)
  }
}

private let slow = 1_000
private let crowdedMax = 2.0

/// How long the slowest hundredth takes while a thousand clients send their heads byte by byte, beside
/// the same without them.
func servingInACrowd() throws -> [Figure] {
  let folder = try TemporaryFolder()
  let site = folder.file("site")
  try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
  try small.write(toFile: site + "/small.html", atomically: true, encoding: .utf8)
  let ours = try Ours(site: site)
  defer { ours.end() }
  let address = ours.address(of: "/small")
  var (alone, crowded): ([Double], [Double]) = ([], [])
  for _ in 0..<rounds {
    alone.append(try Load(address).tail)
    let isThere = Atomic(0)
    let isOver = Atomic(false)
    let port = ours.port
    let trickle = Thread {
      let crowd = (0..<slow).compactMap { _ in try? Client(port: port) }
      isThere.store(crowd.count, ordering: .relaxed)
      var number = 0
      while !isOver.load(ordering: .relaxed) {
        for client in crowd { client.send(number == 0 ? "GET /small HTTP/1.1\r\nX: " : "x") }
        number += 1
        _ = poll(nil, 0, 200)
      }
    }
    trickle.start()
    while isThere.load(ordering: .relaxed) == 0 { _ = poll(nil, 0, 10) }
    guard isThere.load(ordering: .relaxed) == slow else { throw ProvingError.failed("no crowd") }
    crowded.append(try Load(address).tail)
    isOver.store(true, ordering: .relaxed)
  }
  return [
    Figure(
      name: "serve-crowded", value: median(crowded), unit: "ms, the slowest hundredth",
      ratio: median(crowded) / median(alone),
      against: "that without \(slow) slow clients; at most \(crowdedMax)")
  ]
}

private func compare(
  _ name: String, _ path: String, _ ours: Ours, _ nginx: Nginx, atLeast min: Double
) throws -> [Figure] {
  var (own, others): ([Load], [Load]) = ([], [])
  for _ in 0..<rounds {
    own.append(try Load(ours.address(of: path)))
    others.append(try Load("http://127.0.0.1:\(nginx.port)\(path)"))
  }
  let rate = median(own.map(\.rate))
  let rateOfOthers = median(others.map(\.rate))
  let tail = median(own.map(\.tail))
  let tailOfOthers = median(others.map(\.tail))
  return [
    Figure(
      name: name, value: rate, unit: "requests/s with \(clientsUsual) clients",
      ratio: rate / rateOfOthers,
      against: "nginx: \(Int(rateOfOthers)) requests/s; at least \(min)"),
    Figure(
      name: "\(name)-slowest", value: tail, unit: "ms, the slowest hundredth",
      ratio: tail / tailOfOthers,
      against:
        "nginx: \(tailOfOthers.formatted(.number.precision(.fractionLength(2)))) ms; at most \(tailMax)"
    ),
  ]
}

private final class Nginx {
  let port = 18_181
  private let child: Child

  init(in folder: TemporaryFolder, site: String) throws {
    let settings = """
      worker_processes auto; daemon off; pid \(folder.file("nginx.pid")); error_log stderr;
      events { worker_connections 4096; }
      http {
        access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;
        include /etc/nginx/mime.types;
        server {
          listen 127.0.0.1:\(port) reuseport; root \(site);
          location = /en/small { default_type text/html; return 200 '\(small)'; }
          location / { try_files $uri.html $uri =404; }
        }
      }
      """
    let file = folder.file("nginx.conf")
    try settings.write(toFile: file, atomically: true, encoding: .utf8)
    child = try Child("/usr/sbin/nginx", ["-c", file, "-p", folder.path])
    for _ in 0..<200 {
      if (try? Client(port: UInt16(port))) != nil { return }
      _ = poll(nil, 0, 10)
    }
    throw ProvingError.failed("nginx does not start: \(child.errors)")
  }

  func end() {
    child.signal(SIGTERM)
    child.wait()
  }
}
