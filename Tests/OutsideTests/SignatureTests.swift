import Foundation
import Market
import Outside
import Proving
import Testing

/// Signatures are those that botocore makes of the same requests.
@Suite struct SignatureTests {
  /// As `scripts/cloud/sign.py` reads it.
  struct Asked: Encodable {
    let method: String
    let scheme: String
    let host: String
    let bucket: String
    let style: String
    let key: String
    let query: [[String]]
    let fields: [[String]]
    let body: Data
    let seconds: Int64
    let region: String
    let id: String
    let secret: String
    let token: String?
  }

  static let count = 300
  static let seed: UInt64 = 20_261_201

  @Test func `each request has the signature of botocore`() throws {
    var random = Seeded(Self.seed)
    let asked = (0..<Self.count).map { _ in Self.request(&random) }
    let theirs = try Self.signedByBotocore(asked)
    #expect(theirs.count == asked.count)
    for (asked, theirs) in zip(asked, theirs) {
      let ours = try Self.signedByUs(asked)
      let halves = theirs.split(separator: " ", maxSplits: 1).map(String.init)
      #expect(ours.url == WebURL(halves[0]), "seed \(Self.seed): \(asked)")
      #expect(ours.fields["Authorization"] == halves[1], "seed \(Self.seed): \(asked)")
    }
  }

  @Test func `the example of Amazon has the signature of Amazon`() throws {
    let url = try webURL("https://examplebucket.s3.amazonaws.com/test%24file.text")
    let fields = WebFields([
      ("Date", "Fri, 24 May 2013 00:00:00 GMT"), ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
    ])
    let request = WebRequest(.put, url, fields: fields, body: Array("Welcome to Amazon S3.".utf8))
    let key = AccessKey(
      id: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
    let signature = RequestSignature(
      of: request, at: Instant(milliseconds: 1_369_353_600_999), region: "us-east-1", key: key)
    #expect(
      signature.fields["Authorization"]
        == "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
        + "SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class, "
        + "Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")
  }

  private static func request(_ random: inout Seeded) -> Asked {
    let method = ["GET", "HEAD", "PUT", "POST", "DELETE"].randomElement(using: &random) ?? ""
    let bytes = (0..<Int.random(in: 0...50, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    let names = ["Content-Type", "cache-control", "Content-MD5", "X-Amz-Meta-A", "x-amz-meta-a-b"]
    let hosts = [
      "127.0.0.1:9000", "minio", "s3.eu-central-1.amazonaws.com", "minio:443", "minio:80",
    ]
    let host = hosts.randomElement(using: &random) ?? ""
    let mayBeInHost = host.first?.isLetter == true
    return Asked(
      method: method,
      scheme: Bool.random(using: &random) ? "http" : "https",
      host: host,
      bucket: ["shop", "shop.example-1"].randomElement(using: &random) ?? "",
      style: Bool.random(using: &random) && mayBeInHost ? "host" : "path",
      key: "k" + text(0...30, &random),
      query: (0..<Int.random(in: 0...4, using: &random)).map { _ in
        [text(1...3, &random), text(0...9, &random)]
      },
      fields: names.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random)).map {
        [
          $0,
          ["text/html; charset=utf-8", "a  b   c", "", " max-age=1,\tx "]
            .randomElement(using: &random) ?? "",
        ]
      },
      body: method == "PUT" || method == "POST" ? Data(bytes) : Data(),
      seconds: Int64.random(in: 0...4_000_000_000, using: &random),
      region: ["us-east-1", "oss-cn-hangzhou"].randomElement(using: &random) ?? "",
      id: "AKIA\(text(0...9, &random).filter { $0.isLetter })",
      secret: text(1...40, &random),
      token: Bool.random(using: &random) ? "t\(text(0...60, &random))t" : nil)
  }

  /// Of letters that some would encode, and some would not.
  private static func text(_ length: ClosedRange<Int>, _ random: inout Seeded) -> String {
    let letters = Array("aZ09-._~/+%=&?#:;,@!$'()*[]{}|\\^`\"<> 标志é😀")
    let count = Int.random(in: length, using: &random)
    return String((0..<count).compactMap { _ in letters.randomElement(using: &random) })
  }

  private static func signedByUs(_ asked: Asked) throws -> WebRequest {
    let address = try BucketAddress(
      bucket: asked.bucket, region: asked.region, endpoint: "\(asked.scheme)://\(asked.host)",
      style: asked.style)
    let method = try #require(WebRequest.Method(rawValue: asked.method))
    var request = WebRequest(
      method, address.url(of: asked.key, asking: asked.query.map { ($0[0], $0[1]) }),
      fields: WebFields(asked.fields.map { ($0[0], $0[1]) }), body: Array(asked.body))
    let key = AccessKey(id: asked.id, secret: asked.secret, sessionToken: asked.token)
    request.fields =
      RequestSignature(
        of: request, at: Instant(milliseconds: asked.seconds * 1_000 + 999), region: asked.region,
        key: key
      ).fields
    return request
  }

  private static func signedByBotocore(_ asked: [Asked]) throws -> [String] {
    let folder = try TemporaryFolder()
    let lines = try asked.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    let path = folder.file("requests")
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let done = try Command.run(Moto.python, [Moto.script("sign.py"), path])
    guard done.code == 0 else { throw ProvingError.failed(done.errors) }
    return done.output.split(separator: "\n").map(String.init)
  }
}
