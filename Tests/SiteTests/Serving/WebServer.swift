import Foundation
import Glibc
import Proving

/// A web server that stands in front of Jishi, as docs/examples has it: only names, places and
/// ports are others.
final class WebServer: Sendable {
  enum Kind: Sendable {
    case nginx
    case caddy
  }

  let front: Asker
  /// Where nginx sends visitors on to https, and where it takes them.
  let redirecting: UInt16
  let secured: UInt16
  private let server: Attended
  private let folder: TemporaryFolder

  /// `site` is the folder or the link that an operator names, `endpoint` where `jishi serve` is.
  init(_ kind: Kind, site: String, endpoint: UInt16, isHurried: Bool = false) throws {
    let folder = try TemporaryFolder()
    let (port, secured) = (try Listener.freePort(), try Listener.freePort())
    let redirecting = try Listener.freePort()
    let places = [
      ("/var/lib/jishi/output/site", site), ("127.0.0.1:8080", "127.0.0.1:\(endpoint)"),
    ]
    switch kind {
    case .nginx:
      let ports = Self.nginxPorts(plain: port, secured: secured, redirecting: redirecting)
      // A test asks more in a second than a visitor may.
      let rate = isHurried ? [] : [("rate=20r/s", "rate=2000r/s")]
      try Self.certify(in: folder)
      let example = try Self.example(
        "nginx.conf", ports + Self.nginxNames(in: folder) + places + rate)
      try folder.write(example, to: "jishi.conf")
      try folder.write(Self.nginxMain(folder), to: "nginx.conf")
      server = try Attended(
        [Self.nginx, "-e", folder.file("errors"), "-c", folder.file("nginx.conf")], at: port,
        in: folder.path)
    case .caddy:
      let changes = [
        ("\njishi.example {", "\nhttp://localhost:\(port) {"),
        // Nobody else on this machine may have a door at the usual port.
        ("\tservers {", "\tadmin off\n\tservers {"),
      ]
      try folder.write(try Self.example("Caddyfile", changes + places), to: "Caddyfile")
      // Caddy keeps what it makes in the home of whoever starts it.
      let home = ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"].map { ($0, folder.path) }
      server = try Attended(
        [Self.caddy, "run", "--adapter", "caddyfile", "--config", folder.file("Caddyfile")],
        at: port, in: folder.path, environment: Dictionary(uniqueKeysWithValues: home))
    }
    front = Asker(port: port)
    self.redirecting = redirecting
    self.secured = secured
    self.folder = folder
  }

  static func isThere(_ kind: Kind) -> Bool {
    let files = FileManager.default
    return switch kind {
    case .nginx: files.isExecutableFile(atPath: nginx) && files.fileExists(atPath: brotli)
    case .caddy: files.isExecutableFile(atPath: caddy)
    }
  }

  // Debian's places; that of nginx is not on everybody's PATH.
  private static let nginx = "/usr/sbin/nginx"
  private static let brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
  private static let caddy = "/usr/bin/caddy"

  /// The text of an example with other words in it. What it does not say cannot be replaced.
  private static func example(_ name: String, _ changes: [(String, String)]) throws -> String {
    var text = try String(contentsOfFile: "\(Shop.root)/docs/examples/\(name)", encoding: .utf8)
    for (old, new) in changes {
      guard text.contains(old) else {
        throw ProvingError.failed("docs/examples/\(name) does not say \(old)")
      }
      text = text.replacing(old, with: new)
    }
    return text
  }

  /// Beside https it listens where a client without TLS can ask. IPv6 may not be there.
  private static func nginxPorts(
    plain: UInt16, secured: UInt16, redirecting: UInt16
  ) -> [(String, String)] {
    let own = "listen 127.0.0.1:\(secured) ssl http2"
    return [
      ("listen [::]:80 default_server;", ""), ("listen [::]:443 ssl http2 default_server;", ""),
      ("listen [::]:443 ssl http2;", ""),
      ("listen 80 default_server;", "listen 127.0.0.1:\(redirecting) default_server;"),
      ("listen 443 ssl http2 default_server;", "\(own) default_server;"),
      ("listen 443 ssl http2;", "\(own); listen 127.0.0.1:\(plain);"),
    ]
  }

  private static func nginxNames(in folder: TemporaryFolder) -> [(String, String)] {
    let certificates = "/etc/letsencrypt/live/jishi.example"
    return [
      ("\(certificates)/fullchain.pem", folder.file("certificate.pem")),
      ("\(certificates)/privkey.pem", folder.file("key.pem")),
      ("jishi.example", "localhost"),
    ]
  }

  /// What stands around the example on an operator's machine. One process, which needs no root.
  private static func nginxMain(_ folder: TemporaryFolder) -> String {
    let rooms = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \(folder.file($0));" }
    return """
      load_module \(brotli);
      daemon off;
      master_process off;
      pid \(folder.file("pid"));
      error_log \(folder.file("errors"));
      events {}
      http {
        access_log off;
        \(rooms.joined(separator: " "))
        include \(folder.file("jishi.conf"));
      }

      """
  }

  private static func certify(in folder: TemporaryFolder) throws {
    let made = try Command.run(
      "openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-subj", "/CN=localhost", "-days", "2", "-keyout", "key.pem", "-out", "certificate.pem",
      ], in: folder.path)
    guard made.code == 0 else { throw ProvingError.failed(made.errors) }
  }
}
