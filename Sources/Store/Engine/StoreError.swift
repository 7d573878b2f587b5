/// What can go wrong between us and a database, said once for both engines.
package enum StoreError: Error, Hashable {
  /// There is no database at this place.
  case missing(String)
  /// Something stands already where something new should go; it was left alone.
  case taken(String)
  /// What is there is not a database of ours, or its content makes no sense.
  case corrupt(String)
  /// The database was made by a later program.
  case newer(database: Int, program: Int)
  /// The database waits for `migrate`.
  case older(database: Int, program: Int)
  /// The file, its folder or the server does not let us write.
  case readOnly(String)
  /// No space is left where the database lives.
  case full(String)
  /// Somebody else has kept the turn to write for too long.
  case busy
  /// More transactions wait than is sensible; nothing of this one was done.
  case overloaded
  /// The server or the disk does not answer; nothing was committed.
  case unavailable(String)
  /// The connection broke while committing: it may have happened or not. Read before repeating.
  case unconfirmed(String)
  /// A rule of the schema, such as a unique key, does not allow it.
  case conflict(String)
  /// A value that no database can keep, such as text with a NUL.
  case unfit(String)
  /// The store has been closed.
  case closed
  /// A statement of ours that the engine does not understand.
  case statement(String)
}

extension StoreError {
  /// Whether the whole batch is lost with the statement that met this.
  var breaksBatch: Bool {
    switch self {
    case .full, .readOnly, .busy, .unavailable, .unconfirmed, .corrupt, .closed: true
    default: false
    }
  }

  /// Whether a service should try again later rather than give up.
  package var mayPass: Bool {
    switch self {
    case .busy, .overloaded, .unavailable, .unconfirmed, .full: true
    default: false
    }
  }
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let place):
      "There is no database at \(place); `jishi init` makes one."
    case .taken(let place):
      "\(place) exists already and was left as it is."
    case .corrupt(let detail):
      "This is damaged or not one of Jishi's: \(detail)."
    case .newer(let database, let program):
      "The database is at schema \(database), newer than this program's \(program): use a newer jishi."
    case .older(let database, let program):
      "The database is at schema \(database), this program needs \(program): run `jishi migrate`."
    case .readOnly(let place):
      "The database cannot be written: \(place)."
    case .full(let place):
      "No space is left for the database: \(place)."
    case .busy:
      "Another process has been writing to the database for too long; try again."
    case .overloaded:
      "Too many writes are waiting; try again in a moment."
    case .unavailable(let detail):
      "The database does not answer: \(detail)."
    case .unconfirmed(let detail):
      "It is unknown whether the last write happened (\(detail)); look before repeating it."
    case .conflict(let detail):
      "The database refuses the write: \(detail)."
    case .unfit(let detail):
      "The value cannot be stored: \(detail)."
    case .closed:
      "The database has been closed."
    case .statement(let detail):
      "The database did not understand a statement: \(detail)."
    }
  }
}
