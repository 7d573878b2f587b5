import Foundation
import Proving
import Testing

/// What is wrong with a target is said before anything is sent.
@Suite struct TargetSettingTests {
  private func expect(
    _ targets: String, _ part: String, environment: [String: String] = [:], _ name: String = "far"
  ) async throws {
    let workshop = try await Workshop.fair()
    try workshop.write(targets: targets)
    let answer = try workshop.jishi("deploy", name, environment: environment)
    #expect(answer.code == 2, "\(answer.output)")
    #expect(answer.errors.contains(part), "\(answer.errors)")
    #expect(!workshop.folder.has("output/deploy"))
  }

  @Test(arguments: [
    (#""far": {}"#, "needs `to`"), (#""far": { "to": "ftp://x" }"#, "needs `to`"),
    (#""far": { "to": "./www", "colour": 1 }"#, "unknown setting “colour”; there are to, purge"),
    (#""far": { "to": "./www", "compress": "gzip" }"#, "“compress”, which only buckets have"),
    (#""far": { "to": "./www", "purge": "https//x" }"#, "`purge` of the target far must be"),
    (#""far": { "to": "./www", "indexnow": "short" }"#, "8 to 128"),
    (#""far": { "to": "s3://b" }"#, "The name of a bucket has 3 to 63"),
    (#""far": { "to": "s3://bucket", "endpoint": "nowhere" }"#, "The endpoint must be"),
    (#""far": { "to": "s3://bucket", "pages": "x", "key": "K" }"#, "must be bare or html"),
    (#""far": { "to": "s3://bucket", "parallel": 99, "key": "K" }"#, "from 1 to 64"),
    (#""Far": { "to": "./www" }"#, "There is no target “far”"), ("", "There is no target “far”"),
    (#""fair": { "to": "./www" }"#, "Did you mean fair?"),
  ])
  func `a fault is told by its name`(targets: String, part: String) async throws {
    try await expect(targets, part, environment: ["JISHI_SECRET_FAR": "s"])
  }

  @Test func `the secret of another key is tried with none`() async throws {
    let target = #""far": { "to": "s3://bucket", "key": "MINE" }"#
    let amazon = [
      "AWS_ACCESS_KEY_ID": "OTHER", "AWS_SECRET_ACCESS_KEY": "other", "AWS_SESSION_TOKEN": "token",
    ]
    try await expect(target, "in the environment as JISHI_SECRET_FAR", environment: amazon)
  }

  @Test func `a look forgets nothing`() async throws {
    let workshop = try await Workshop.fair()
    try workshop.write(targets: #""far": "./www""#)
    try workshop.ran("deploy", "far")
    try workshop.write(targets: #""far": "./elsewhere""#)
    #expect(try workshop.ran("deploy", "far", "--dry-run").contains("new files"))
    try workshop.write(targets: #""far": "./www""#)
    #expect(try workshop.ran("deploy", "far", "--dry-run").contains("up to date"))
    #expect(try workshop.ran("deploy").contains("up to date"))
    #expect(!workshop.folder.has("elsewhere"))
  }

  @Test func `what is wrong with one target says nothing of the others`() async throws {
    let workshop = try await Workshop.fair()
    try workshop.write(targets: #""a": "./www", "b": "s3://bucket""#)
    let said = try workshop.ran("deploy")
    #expect(said.contains("files to be sent"))
    #expect(said.contains("The target b needs a key"))
  }
}
