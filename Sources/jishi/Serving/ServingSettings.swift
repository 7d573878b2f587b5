import HTTP
import Pages

/// Where the endpoint listens, for whom, and what it tells of it.
struct ServingSettings: Sendable {
  static let known = [
    Config.Known(
      name: "listen", form: "ADDRESSES", usual: "127.0.0.1:8080",
      summary:
        "where the site is served: addresses of this machine with ports, or unix:PATH, with spaces between them"
    ),
    Config.Known(
      name: "certificate", form: "FILE", usual: "",
      summary: "the certificate in PEM, with those behind it; then TLS is spoken there"),
    Config.Known(name: "key", form: "FILE", usual: "", summary: "its key in PEM"),
    Config.Known(
      name: "hosts", form: "NAMES", usual: "",
      summary:
        "names that are answered to besides that of `url` and those of `listen`, with spaces between them"
    ),
    Config.Known(
      name: "proxies", form: "NETWORKS", usual: "127.0.0.1 ::1",
      summary: "machines in front that may say for whom they ask, such as 10.0.0.0/8"),
    Config.Known(
      name: "accesslog", form: "FILE", usual: "",
      summary: "where a line of JSON is written for each request"),
    Config.Known(
      name: "reads", form: "COUNT", usual: "1200",
      summary:
        "how often a minute one address may ask the endpoint for what it only reads; 0 is any number"
    ),
    Config.Known(
      name: "monitor", form: "ADDRESS", usual: "",
      summary: "where /health, /ready and /metrics are answered, such as 127.0.0.1:8081"),
  ]

  private static let readsRange = 0...1_000_000

  let endpoints: [Endpoint]
  let tls: TLSFiles?
  let hosts: HostNames
  let proxies: Proxies
  let accessLog: String?
  let monitor: Endpoint?
  /// Nil is any number.
  let readsPerMinute: Int?

  init(_ values: [String: Config.Entry], _ origin: SiteOrigin) throws {
    func entry(_ name: String) -> Config.Entry? {
      values[name].flatMap { $0.value.isEmpty ? nil : $0 }
    }
    guard let listen = entry("listen") else { throw UsageError("listen needs an address.") }
    endpoints = try listen.value.split(separator: " ").map { try Self.endpoint(String($0), listen) }
    switch (entry("certificate"), entry("key")) {
    case (let certificate?, let key?):
      tls = TLSFiles(certificate: certificate.value, key: key.value)
    case (nil, nil): tls = nil
    case (let one?, nil), (nil, let one?):
      throw UsageError("certificate and key go together, and only \(one.name) is set.")
    }
    let named = (entry("hosts")?.value ?? "").split(separator: " ").map(String.init)
    let own = endpoints.map { $0.host.contains(":") ? "[\($0.host)]" : $0.host }
    hosts = HostNames([origin.host] + named + own)
    let networks = values["proxies"]
    guard let proxies = Proxies(networks?.value ?? "") else {
      throw UsageError(
        "proxies must be addresses or networks such as 10.0.0.0/8, not “\(networks?.value ?? "")” (from \(networks?.source ?? ""))."
      )
    }
    self.proxies = proxies
    accessLog = entry("accesslog")?.value
    let reads = try Config.number(values["reads"], Self.readsRange)
    readsPerMinute = reads == 0 ? nil : reads
    monitor = try entry("monitor").map { try Self.endpoint($0.value, $0) }
  }

  private static func endpoint(_ text: String, _ entry: Config.Entry) throws -> Endpoint {
    guard let endpoint = Endpoint(text) else {
      throw UsageError(
        "\(entry.name) must be an address of this machine and a port, such as 127.0.0.1:8080 or [::1]:8080, or unix:PATH, not “\(text)” (from \(entry.source))."
      )
    }
    return endpoint
  }
}
