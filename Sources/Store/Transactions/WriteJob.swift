import Market

/// A transaction that waits for the writer, and whoever is called when it is over.
struct WriteJob: Sendable {
  typealias Answer = () -> Void

  struct Attempt {
    /// Why the closure wants nothing of this kept; nil when it succeeded.
    let refusal: (any Error)?
    let answer: (Result<Position, any Error>) -> Void
  }

  let attempt: @Sendable (borrowing Transaction) -> Attempt
  let refuse: @Sendable (any Error) -> Void

  init<Value: Sendable>(
    _ body: @escaping @Sendable (borrowing Transaction) throws -> Value,
    then answer: @escaping @Sendable (Result<Committed<Value>, any Error>) -> Void
  ) {
    refuse = { answer(.failure($0)) }
    attempt = { transaction in
      do {
        let value = try body(transaction)
        return Attempt(refusal: nil) { outcome in
          answer(outcome.map { Committed(value: value, position: $0) })
        }
      } catch {
        return Attempt(refusal: error) { outcome in
          guard case .failure(let error) = outcome else {
            preconditionFailure("a refused transaction has no position")
          }
          answer(.failure(error))
        }
      }
    }
  }
}
