import Market
package import Store

/// Does what was promised for later: takes tasks from the queue when they are due, a few at once, and
/// writes what came of them. Any number of workers may serve one database.
package actor Worker {
  /// How many tasks one worker does at once.
  package static let atOnceMax = 8
  /// How long something new waits at most for a worker that has nothing to do.
  static let look = Duration.milliseconds(250)
  private static let lookForDatabase = Duration.seconds(1)

  private let settings: Settings
  private let store: Store
  private let tell: @Sendable (Event) -> Void
  private var running = 0
  private var isResting = false
  private var isPlanned = false
  private var pauses = Pauses()

  private init(
    _ settings: Settings, _ store: Store, tell: @escaping @Sendable (Event) -> Void
  ) {
    self.settings = settings
    self.store = store
    self.tell = tell
  }

  /// Until the task is cancelled. With `untilIdle` it ends as soon as nothing is due. The database
  /// is opened again when another one stands in its place.
  package static func run(
    _ settings: Settings, at address: Address, _ options: Store.Options = Store.Options(),
    untilIdle: Bool = false, tell: @escaping @Sendable (Event) -> Void
  ) async throws {
    var isReplaced = false
    while !Task.isCancelled {
      do {
        isReplaced = try await Store.with(address, options) { store in
          try await run(settings, on: store, untilIdle: untilIdle, tell: tell)
          return store.isReplaced
        }
        guard isReplaced else { return }
        tell(.replaced)
      } catch {
        // It may be about to be put there.
        guard isReplaced else { throw error }
        tell(.trouble(error))
        try? await Task.sleep(for: lookForDatabase)
      }
    }
  }

  /// The same with a store that others use too. It ends when another database stands in its place.
  package static func run(
    _ settings: Settings, on store: Store, untilIdle: Bool = false,
    tell: @escaping @Sendable (Event) -> Void
  ) async throws {
    try await Worker(settings, store, tell: tell).run(untilIdle: untilIdle)
  }

  private enum Happening {
    case settled
    case rested
  }

  private func run(untilIdle: Bool) async throws {
    try await withThrowingTaskGroup(of: Happening.self) { group in
      defer { group.cancelAll() }
      while !Task.isCancelled, !store.isReplaced {
        do {
          let next = try await takeDue(atMost: Self.atOnceMax - running)
          tellOfSuccess()
          for task in next.tasks {
            running += 1
            group.addTask {
              await self.perform(task)
              return .settled
            }
          }
          if untilIdle, running == 0 { return }
          if running < Self.atOnceMax, !isResting {
            isResting = true
            group.addTask {
              try? await Task.sleep(for: next.pause)
              return .rested
            }
          }
          note(try await group.next())
        } catch let error as StoreError where error.mayPass && !untilIdle {
          tell(.trouble(error))
          try? await Task.sleep(for: pauses.next())
        }
      }
    }
  }

  private func note(_ happening: Happening?) {
    switch happening {
    case .settled: running -= 1
    case .rested: isResting = false
    case nil: break
    }
  }

  private func tellOfSuccess() {
    if pauses.failures > 0 { tell(.mended) }
    pauses.end()
  }

  /// Takes what is due now, and tells how long nothing else will be. A look that finds nothing is
  /// only a read: a write would make others wait for their turn.
  private func takeDue(atMost limit: Int) async throws -> (tasks: [QueuedTask], pause: Duration) {
    let (now, lease, schedules) = (settings.clock(), settings.lease, settings.schedules)
    if !isPlanned, !schedules.isEmpty {
      try await store.write { tx in for schedule in schedules { try tx.keep(schedule) } }
    }
    isPlanned = true
    guard limit > 0 else { return ([], Self.look) }
    // Not on a replica, which may not know yet what was taken.
    let due = try await store.read(after: .unlogged) { try $0.nextDue() }
    guard let due else { return ([], Self.look) }
    guard due <= now else { return ([], min(Self.look, due - now)) }
    let tasks = try await store.write { tx in
      _ = try tx.enqueueScheduled(at: now)
      return try tx.claimTasks(atMost: limit, for: lease, at: now)
    }.value
    return (tasks, Self.look)
  }

  // MARK: One task

  nonisolated private func perform(_ task: QueuedTask) async {
    do {
      try await handle(task)
      await settle(task, fault: nil)
    } catch is CancellationError where Task.isCancelled {
      await settle(task, fault: "\(WorkError.interrupted)")
    } catch let error as Hopeless {
      await settle(task, fault: Fault.text(of: error.cause), isHopeless: true)
    } catch {
      await settle(task, fault: Fault.text(of: error))
    }
  }

  nonisolated private func handle(_ task: QueuedTask) async throws {
    guard let handler = settings.handlers[task.kind] else {
      throw WorkError.unknownKind(task.kind)
    }
    let (store, patience) = (store, settings.patience)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        try await handler(task, store)
        return true
      }
      group.addTask {
        // What ends this early is for the handler to hear.
        do { try await Task.sleep(for: patience) } catch { return false }
        throw WorkError.tooSlow(patience)
      }
      while let isDone = try await group.next(), !isDone {}
    }
  }

  /// Writes what came of a task, and tries again while the database is away.
  nonisolated private func settle(
    _ task: QueuedTask, fault: String?, isHopeless: Bool = false
  ) async {
    var pauses = Pauses()
    while true {
      do {
        let now = settings.clock()
        let settled = try await store.write {
          try $0.settle(task, fault, isHopeless: isHopeless, at: now)
        }.value
        switch settled.state {
        case .done: return tell(.done(settled))
        case .dead: return tell(.dead(settled))
        case .waiting, .running: return tell(.failed(settled))
        }
      } catch let error as StoreError where error.mayPass && !Task.isCancelled {
        try? await Task.sleep(for: pauses.next())
      } catch {
        return tell(.lost(task, error))
      }
    }
  }
}
