/// The one place of a process that writes: a thread of its own with a connection of its own.
///
/// Transactions that wait together share one commit, and with it one wait for the disk. Nobody is
/// told anything before that commit has happened, not even a refusal: it may rest on what a
/// neighbour wrote.
final class Writer: Sendable {
  static let waitingMax = 20_000
  static let batchMax = 256

  private let inbox = Inbox<WriteJob>(countMax: waitingMax)

  init(
    open: @escaping @Sendable () throws -> any Connection, finished: @escaping @Sendable () -> Void
  ) {
    let inbox = inbox
    startThread {
      let loop = WriterLoop(open: open)
      while let jobs = inbox.take(atMost: Self.batchMax) { loop.perform(jobs) }
      loop.close()
      finished()
    }
  }

  func submit(_ job: WriteJob) {
    do throws(StoreError) { try inbox.put(job) } catch { job.refuse(error) }
  }

  var waiting: Int { inbox.count }

  /// What was submitted before is still done.
  func close() { inbox.close(workers: 1) }
}

/// What the writer's thread does with a batch. It never leaves that thread.
private final class WriterLoop {
  static let outcomePatience = Duration.seconds(10)
  static let outcomePause = Duration.milliseconds(50)

  private let open: @Sendable () throws -> any Connection
  private var connection: (any Connection)?

  init(open: @escaping @Sendable () throws -> any Connection) { self.open = open }

  func close() { connection?.close() }

  /// All in one commit; when that fails, each on its own, so that everybody gets the outcome of
  /// his own transaction. A lost connection is worth one more try even for one alone.
  func perform(_ jobs: [WriteJob]) {
    var rest = jobs[...]
    var isTogether = true
    while !rest.isEmpty {
      let some = isTogether ? rest : rest.prefix(1)
      switch commit(some) {
      case .done:
        rest = rest.dropFirst(some.count)
      case .notBegun(let error):
        // Whoever comes next would only wait for the same silence.
        for job in rest { job.refuse(error) }
        return
      case .failed(let error) where isTogether && (some.count > 1 || error.isUnavailable):
        isTogether = false
      case .failed(let error), .unknown(let error):
        for job in some { job.refuse(error) }
        rest = rest.dropFirst(some.count)
      }
    }
  }

  private enum Outcome {
    case done
    case notBegun(any Error)
    /// Nothing of it was committed.
    case failed(any Error)
    /// It may have been committed, and must not be repeated.
    case unknown(any Error)
  }

  private func commit(_ jobs: ArraySlice<WriteJob>) -> Outcome {
    let batch: Batch
    do { batch = try begin() } catch { return .notBegun(error) }
    var answers: [WriteJob.Answer] = []
    do {
      for job in jobs { answers.append(try batch.attempt(job, isAlone: jobs.count == 1)) }
      try batch.commit()
    } catch StoreError.unconfirmed(let detail) {
      drop()
      switch outcome(of: batch.connection.ticket) {
      case true?: break
      case false?: return .failed(StoreError.unavailable(detail))
      case nil: return .unknown(StoreError.unconfirmed(detail))
      }
    } catch {
      undo()
      // A connection whose statements no longer fit the schema is alive, but of no use.
      if error.isUnavailable { drop() }
      return .failed(error)
    }
    for answer in answers { answer() }
    return .done
  }

  private func begin() throws -> Batch {
    if let connection {
      do {
        return try Batch(on: connection)
      } catch StoreError.unavailable {
        // Perhaps the server was restarted while we were idle: nothing is lost, so connect again.
        drop()
      } catch {
        undo()
        throw error
      }
    }
    let fresh = try open()
    connection = fresh
    do {
      return try Batch(on: fresh)
    } catch {
      undo()
      throw error
    }
  }

  private func undo() {
    do { try connection?.step(.rollback) } catch { drop() }
    if connection?.isUsable == false { drop() }
  }

  private func drop() {
    connection?.close()
    connection = nil
  }

  /// Asks on a new connection what became of a commit that got no answer.
  private func outcome(of ticket: CommitTicket?) -> Bool? {
    guard let ticket else { return nil }
    let deadline = ContinuousClock.now + Self.outcomePatience
    repeat {
      do {
        let fresh = try open()
        if let outcome = try fresh.outcome(of: ticket) {
          connection = fresh
          return outcome
        }
      } catch StoreError.unconfirmed {
        return nil
      } catch {
        // The server may still be on its way back.
      }
      pauseThread(for: Self.outcomePause)
    } while ContinuousClock.now < deadline
    return nil
  }
}

extension Error {
  fileprivate var isUnavailable: Bool {
    if case .unavailable? = self as? StoreError { true } else { false }
  }
}
