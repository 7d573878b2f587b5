import Foundation
import Glibc
import Market
import Outside
import Proving
import Testing

/// Programs that die, hang or lie in the place of the real one.
@Suite struct MediaWorkerTests {
  let ground: MediaGround

  init() throws { ground = try MediaGround() }

  private func program(_ script: String) throws -> String {
    let path = try ground.file(Array("#!/bin/sh\n\(script)\n".utf8))
    chmod(path, 0o755)
    return path
  }

  private func failure(
    of program: String, patience: Duration = .seconds(60), in folder: String? = nil
  ) throws -> String? {
    let worker = MediaWorker(program: program, patience: patience)
    let (file, folder) = (try ground.file([1]), try folder ?? ground.emptyFolder())
    do throws(MediaWorkerError) {
      _ = try worker.look(at: file, as: .png, into: folder)
      return nil
    } catch {
      guard case .failed(let reason) = error else { return nil }
      return reason
    }
  }

  @Test(arguments: ["KILL", "SEGV", "ABRT", "XCPU"])
  func `a death is told`(signal: String) throws {
    let reason = try #require(try failure(of: program("kill -\(signal) $$")))
    #expect(reason.hasPrefix("it ended with 1"))
  }

  @Test func `who hangs is ended with all that it started, in time`() throws {
    let notes = ground.folder.file("notes")
    let hanging = try program("sleep 1000 & echo $$ $! > \(notes); wait")
    let begin = ContinuousClock.now
    #expect(try failure(of: hanging, patience: .seconds(2)) == "it took too long")
    #expect(ContinuousClock.now - begin < .seconds(20))
    let numbers = try String(contentsOfFile: notes, encoding: .utf8).split { $0.isWhitespace }
    #expect(numbers.count == 2)
    let own = try #require(numbers.first.flatMap { Int32($0) })
    // Nobody is left for anybody to wait for.
    #expect(kill(own, 0) == -1 && errno == ESRCH)
    let other = try #require(numbers.last.flatMap { Int32($0) })
    #expect(isGone(other))
  }

  /// A signal takes a moment, and what an orphan leaves is taken away by another process, some day.
  private func isGone(_ number: Int32) -> Bool {
    for _ in 0..<500 {
      let facts = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
      guard let facts, !facts.contains(") Z ") else { return true }
      poll(nil, 0, 10)
    }
    return false
  }

  @Test func `what was started and left behind is ended too`() throws {
    let notes = ground.folder.file("left")
    _ = try failure(of: program("sleep 1000 & echo $! > \(notes)"), patience: .seconds(60))
    let number = try String(contentsOfFile: notes, encoding: .utf8).filter(\.isNumber)
    #expect(isGone(try #require(Int32(number))))
  }

  @Test func `who is not there is told of`() throws {
    #expect(try failure(of: "/nowhere/jishi-media")?.hasPrefix("it ended with 127") == true)
  }

  @Test(arguments: [
    "", "echo", "echo done", "echo refused", "echo refused nothing", "echo picture 400",
    "echo picture 400 300", "printf 'picture 400 300\\nrendition webp 400 300'",
    "printf 'picture 0400 300\\nrendition webp 400 300\\n'", "echo card",
    // What is said has to be there, and has to be what was asked for.
    "printf 'picture 400 300\\nrendition webp 400 300\\nrendition jpeg 400 300\\n'",
    "printf 'picture 400 300\\nrendition svg 400 300\\n'",
    "head -c 9000000 /dev/zero", "echo refused pixels; exit 1", "exit 2",
  ])
  func `nonsense is not believed`(script: String) throws {
    #expect(try failure(of: program(script)) != nil)
  }

  @Test func `a link to a picture is no rendition`() throws {
    let picture = try ground.file(MadePNG.make(400, 300))
    let place = try ground.emptyFolder()
    _ = try ground.worker.look(at: picture, as: .png, into: place)
    let says = "printf 'picture 400 300\\nrendition webp 400 300\\nrendition jpeg 400 300\\n'"
    let honest = try program("cp \(place)/400.webp \(place)/400.jpg $4; \(says)")
    let lying = try program("cp \(place)/400.webp $4; ln -s \(place)/400.jpg $4/400.jpg; \(says)")
    let swapping = try program("cp \(place)/400.webp $4; cp \(picture) $4/400.jpg; \(says)")
    #expect(try failure(of: honest) == nil)
    #expect(try failure(of: lying) != nil)
    #expect(try failure(of: swapping) != nil)
  }

  @Test func `our environment stays ours`() throws {
    setenv("JISHI_TEST_SECRET", "a secret key", 1)
    defer { unsetenv("JISHI_TEST_SECRET") }
    let notes = ground.folder.file("environment")
    _ = try failure(of: program("env > \(notes)"))
    let seen = try String(contentsOfFile: notes, encoding: .utf8)
    #expect(seen.contains("PATH=") && !seen.contains("a secret key"))
  }

  @Test func `the program stands beside ours, or where the operator says, or on the path`() throws {
    let (beside, path) = (try ground.emptyFolder(), try ground.emptyFolder())
    #expect(MediaProgram.path(beside: beside, path: path) == nil)
    for folder in [path, beside] {
      let file = "\(folder)/jishi-media"
      try FileManager.default.copyItem(atPath: program("true"), toPath: file)
      #expect(MediaProgram.path(beside: beside, path: ":\(path)") == file)
    }
    let own = try program("true")
    #expect(MediaProgram.path(named: own, beside: beside, path: path) == own)
    #expect(MediaProgram.path(named: "/nowhere", beside: beside, path: path) == nil)
    let ours = try #require(MediaProgram.ownFolder)
    #expect(MediaProgram.path(beside: ours, path: nil) == Command.ours("jishi-media"))
  }
}
