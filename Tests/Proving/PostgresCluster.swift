import Foundation
import Synchronization

/// A PostgreSQL server of our own, in a temporary folder, reachable through a socket there.
///
/// A shell stands between us and the server: when our end of its standard input closes, by
/// whatever death, it stops the server and clears up.
package final class PostgresCluster: Sendable {
  package enum Durability: String, Sendable {
    /// For tests that do not pull the plug.
    case none = "-c fsync=off -c full_page_writes=off"
    case full = "-c fsync=on"
  }

  /// How often a script looks whether the server is where it should be, twenty times a second: a
  /// busy machine may need minutes, and nothing waits longer than it must.
  private static let looksMax = 6_000

  package let folder: String
  package let port: Int
  private let supervisor: Child
  private let databases = Mutex(Databases())

  /// One server for all tests of this process.
  package static let shared = Result { try PostgresCluster(.none) }

  /// The newest installed server, or nil.
  package static let programs: String? = {
    let parent = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    let newest = versions.compactMap { Int($0) }.max()
    return newest.map { "\(parent)/\($0)/bin" }
  }()

  /// An empty cluster.
  package convenience init(_ durability: Durability, in parent: String? = nil) throws {
    let usual = durability == .full ? "/tmp" : TemporaryFolder.quickPlace
    try self.init(durability, in: parent ?? usual) { programs in
      """
      \(programs)/initdb -D data -A trust -U postgres -E UTF8 --no-sync \
        --locale=C.UTF-8 --locale-provider=icu --icu-locale=und
      """
    }
  }

  /// A streaming standby of `source`, which must live longer.
  package convenience init(standbyOf source: PostgresCluster) throws {
    try self.init(.none, in: TemporaryFolder.quickPlace) { programs in
      """
      \(programs)/pg_basebackup -D data -R -X stream -c fast --no-sync \
        -h \(source.folder) -p \(source.port) -U postgres
      """
    }
  }

  /// `making` is the command that fills the folder `data`.
  private init(
    _ durability: Durability, in parent: String, making: (_ programs: String) -> String
  ) throws {
    guard let programs = Self.programs else { throw ProvingError.noPostgres }
    folder = "\(parent)/jishi-pg-\(UUID().uuidString.prefix(8))"
    port = 5432
    let asServer =
      getuid() == 0 ? "setpriv --reuid=postgres --regid=postgres --clear-groups" : ""
    let script = """
      set -e
      # Whoever started this may die at any moment, and must not take it with him.
      trap '' PIPE
      mkdir -p \(folder) && cd \(folder)
      [ $(id -u) != 0 ] || chown postgres \(folder)
      run='\(asServer)'
      $run \(making(programs)) >log 2>&1
      start() {
        $run \(programs)/postgres -D data -k \(folder) -p \(port) -c listen_addresses= \
          -c autovacuum=off -c max_connections=1000 -c max_wal_size=256MB -c shared_buffers=64MB -c logging_collector=off \
          \(durability.rawValue) >>log 2>&1 </dev/null &
        server=$!
      }
      is_ready() { \(programs)/pg_isready -q -h \(folder) -p \(port); }
      start
      # A busy machine takes its time; a server that gave up never comes.
      until is_ready || ! kill -0 $server 2>/dev/null; do sleep 0.05; done
      is_ready && echo ready || true
      while read signal; do
        kill -$signal $server
        wait $server 2>/dev/null || true
        # What is left of the old server may still hold its memory: then the new one gives up.
        for i in $(seq \(Self.looksMax)); do
          kill -0 $server 2>/dev/null || start
          sleep 0.05
          is_ready && break
        done
        is_ready && echo ready || true
      done
      kill -QUIT $server 2>/dev/null || true
      wait $server 2>/dev/null || true
      rm -rf \(folder)
      """
    supervisor = try Child("bash", ["-c", script])
    let answer = supervisor.read()
    guard String(decoding: answer, as: UTF8.self).hasPrefix("ready") else {
      let log = (try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)) ?? ""
      throw ProvingError.postgresFailed(log)
    }
  }

  /// Ends the server by a signal (`KILL` is a crash, `QUIT` an immediate stop) and starts it again.
  package func restart(by signal: String) throws {
    supervisor.say("\(signal)\n")
    let answer = String(decoding: supervisor.read(), as: UTF8.self)
    guard answer.hasPrefix("ready") else { throw ProvingError.postgresFailed(answer) }
  }

  /// The server is gone and stays away.
  package func stop() throws {
    try run(
      """
      server=$(head -n 1 \(folder)/data/postmaster.pid) && kill -QUIT $server
      for i in $(seq \(Self.looksMax)); do kill -0 $server 2>/dev/null || exit 0; sleep 0.05; done
      exit 1
      """)
  }

  /// Kills one of the server's processes. The server throws all others out and recovers; this
  /// returns when it has noticed and is back.
  package func kill(process: Int32) throws {
    try run(
      """
      kill -KILL \(process)
      while kill -0 \(process) 2>/dev/null; do sleep 0.01; done
      for i in $(seq \(Self.looksMax)); do
        pg_isready -q -h \(folder) -p \(port) && exit 0
        sleep 0.05
      done
      exit 1
      """)
  }

  private func run(_ script: String) throws {
    let done = try Command.run("bash", ["-c", script])
    guard done.code == 0 else { throw ProvingError.postgresFailed(done.errors) }
  }

  package func url(of database: String) -> String {
    "postgres://postgres@/\(database)?host=\(folder)&port=\(port)"
  }

  /// A new database, which is empty or says what another says that nobody is using.
  package func makeDatabase(like template: String = "template1") throws -> String {
    try databases.withLock { databases in
      if databases.ready[template, default: []].isEmpty {
        // Starting the client costs as much as making a database, so it makes some at a time.
        let names = (1...Databases.madeAtOnce).map { "market\(databases.made + $0)" }
        try administer(names.map { "create database \($0) template \(template)" })
        databases.made += names.count
        databases.ready[template] = names
      }
      return url(of: databases.ready[template, default: []].removeFirst())
    }
  }

  /// What a database is called that one of us made.
  package static func name(_ url: String) -> String? {
    url.firstMatch(of: /@\/(\w+)\?/).map { String($0.1) }
  }

  private struct Databases {
    static let madeAtOnce = 4
    var made = 0
    /// By what they were made like.
    var ready: [String: [String]] = [:]
  }

  /// Runs a statement with the server's own client.
  @discardableResult
  package func administer(_ statement: String) throws -> String { try administer([statement]) }

  @discardableResult
  private func administer(_ statements: [String]) throws -> String {
    let result = try Command.run(
      "psql",
      ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d", url(of: "postgres")]
        + statements.flatMap { ["-c", $0] })
    guard result.code == 0 else { throw ProvingError.postgresFailed(result.errors) }
    return result.output
  }
}

package enum ProvingError: Error {
  case noPostgres
  case postgresFailed(String)
  case failed(String)
}
