/// Threads that read, each with a connection of its own, which it opens when it is first needed.
final class Readers: Sendable {
  static let waitingMax = 50_000

  private let inbox = Inbox<ReadJob>(countMax: waitingMax)
  private let count: Int

  init(
    count: Int, open: @escaping @Sendable () throws -> any Connection,
    finished: @escaping @Sendable () -> Void
  ) {
    self.count = count
    let inbox = inbox
    for _ in 0..<count {
      startThread {
        var connection: (any Connection)?
        while let jobs = inbox.take(atMost: 1) {
          for job in jobs { job.perform(on: &connection, open: open) }
        }
        connection?.close()
        finished()
      }
    }
  }

  func submit(_ job: ReadJob) {
    do throws(StoreError) { try inbox.put(job) } catch { job.refuse(error) }
  }

  func close() { inbox.close(workers: count) }
}

/// A read that waits for a connection, and whoever is called when it is over.
struct ReadJob: Sendable {
  private let attempt: @Sendable (any Connection) throws -> @Sendable () -> Void
  let refuse: @Sendable (any Error) -> Void

  init<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Snapshot) throws -> Value,
    then answer: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) {
    refuse = { answer(.failure($0)) }
    attempt = { connection in
      let value = try connection.read(body)
      return { answer(.success(value)) }
    }
  }

  func perform(on connection: inout (any Connection)?, open: () throws -> any Connection) {
    let wasOpen = connection != nil
    do {
      try perform(on: &connection, opening: open)
    } catch StoreError.unavailable where wasOpen {
      // The server may have been restarted while the connection was idle.
      do { try perform(on: &connection, opening: open) } catch { refuse(error) }
    } catch {
      refuse(error)
    }
  }

  private func perform(
    on connection: inout (any Connection)?, opening open: () throws -> any Connection
  ) throws {
    let current = try connection ?? open()
    connection = current
    do {
      try attempt(current)()
    } catch let error as StoreError where error.breaksBatch {
      current.close()
      connection = nil
      throw error
    }
  }
}
