import Foundation
import Glibc
import Proving
import Store

/// Longer than what is measured beside it.
private let seconds = 14
private let rounds = 3
/// Two passwords are hashed at once, each with as much memory as is laid down.
private let hashesAtOnce = 2
private let memoryMax = 1.5
private let othersMin = 0.2
private let hashesMin = 0.6

/// A flood of sign-ins with wrong passwords, each for another contact and from another address: what
/// others get meanwhile, how much memory it takes, and how many passwords are looked at for all that.
func signIns() throws -> [Figure] {
  let (folder, program) = try smallMarket()
  let ours = try Ours(
    ["serve", "--only", "endpoint", "--reads", "0"], program: program, in: folder.path)
  defer { ours.end() }
  let read = ours.address(of: "/api/v1/rates/USD/CNY")
  let calm = try (0..<rounds).map { _ in try Load(read) }
  let before = try ours.peakMegabytes()
  let flood = try Flood(in: folder, at: ours.address(of: "/api/v1/auth/login"))
  let crowded = try (0..<rounds).map { _ in try Load(read) }
  let told = try flood.end()
  let grown = try ours.peakMegabytes() - before
  let allowed = Double(hashesAtOnce * PasswordHash.memoryKibibytes) * 1_024 / 1_000_000
  let alone = try hashesPerSecond()
  let (calmRate, rate) = (median(calm.map(\.rate)), median(crowded.map(\.rate)))
  let tail = median(crowded.map(\.tail))
  let hashes = Double(told.hashed) / Double(seconds)
  return [
    Figure(
      name: "sign-ins-others", value: rate,
      unit: "reads/s beside a flood, the slowest hundredth \(Int(tail)) ms",
      ratio: rate / calmRate,
      against: "without it: \(Int(calmRate)) reads/s; at least \(othersMin)"),
    Figure(
      name: "sign-ins-memory", value: grown, unit: "MB more at the peak of the flood",
      ratio: grown / allowed,
      against: "\(Int(allowed)) MB for \(hashesAtOnce) passwords at once; at most \(memoryMax)"),
    Figure(
      name: "sign-ins-hashes", value: hashes,
      unit: "passwords/s looked at, \(told.sentAway / seconds)/s sent away",
      ratio: hashes / alone,
      against: "one thread that does nothing else: \(Int(alone))/s; at least \(hashesMin)"),
  ]
}

private func hashesPerSecond() throws -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  var done = 0
  while clock.now - start < .seconds(2) {
    PasswordHash.waste("not the password")
    done += 1
  }
  return Double(done) / ((clock.now - start) / .seconds(1))
}

/// `wrk` that tries to sign in, until its time is over.
private final class Flood {
  private let child: Child

  init(in folder: TemporaryFolder, at address: String) throws {
    let script = folder.file("sign-in.lua")
    try Self.script.write(toFile: script, atomically: true, encoding: .utf8)
    child = try Child(
      "wrk", ["-t1", "-c\(clientsUsual)", "-d\(seconds)s", "-s", script, address])
  }

  func end() throws -> (hashed: Int, sentAway: Int) {
    let said = try child.read(until: "told ")
    guard let found = said.firstMatch(of: /told (\d+) (\d+) (\d+)/),
      let hashed = Int(found.1), let sentAway = Int(found.2), found.3 == "0"
    else { throw ProvingError.failed("wrk says \(said)") }
    child.wait()
    return (hashed, sentAway)
  }

  /// 422 is for a wrong password, 503 for who comes when too many wait; there is nothing else.
  private static let script = """
    wrk.method = "POST"
    local threads = {}
    hashed, away, others = 0, 0, 0
    local count = 0
    setup = function(thread) table.insert(threads, thread) end
    request = function()
      count = count + 1
      local a = string.format("10.%d.%d.%d", count % 250, math.floor(count / 250) % 250, math.random(1, 250))
      local body = string.format('{"contact":"n%d@example.com","password":"not the password"}', count)
      return wrk.format(nil, nil, {["Content-Type"] = "application/json", ["X-Forwarded-For"] = a}, body)
    end
    response = function(status)
      if status == 422 then hashed = hashed + 1
      elseif status == 503 then away = away + 1
      else others = others + 1 end
    end
    done = function()
      local h, a, o = 0, 0, 0
      for _, thread in ipairs(threads) do
        h = h + thread:get("hashed")
        a = a + thread:get("away")
        o = o + thread:get("others")
      end
      print(string.format("told %d %d %d ", h, a, o))
    end

    """
}
