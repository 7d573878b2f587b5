import Market
import Store

/// The one place that decides what an error means to the person at the terminal.
extension Failure {
  init(_ error: any Error) {
    switch error {
    case let error as UsageError: self.init(sentence: error.sentence, code: .usage)
    case let error as AddressError: self.init(sentence: "\(error)", code: .usage)
    case let error as SheetFaults:
      self.init(sentence: "Nothing was loaded.\n\(error)", code: .usage)
    case let error as BackupError: self.init(sentence: "\(error)", code: .usage)
    case let error as LedgerHeadError: self.init(sentence: "\(error)", code: error.code)
    case let error as StoreError: self.init(sentence: "\(error)", code: error.code)
    default: self.init(sentence: "Something unexpected happened: \(error)", code: .outside)
    }
  }
}

extension StoreError {
  fileprivate var code: ExitCode {
    switch self {
    case .corrupt: .fault
    case .missing, .taken, .newer, .older, .conflict, .unfit: .usage
    case .readOnly, .full, .busy, .overloaded, .unavailable, .unconfirmed, .closed, .statement:
      .outside
    }
  }
}

extension LedgerHeadError {
  fileprivate var code: ExitCode {
    switch self {
    case .parted: .fault
    case .system: .outside
    }
  }
}
