package import Market
package import Theme

extension Level: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }

  package var position: Int {
    switch self {
    case .new: 0
    case .one: 1
    case .two: 2
    case .top: 3
    }
  }
}

extension Criterion: Choice {
  package static var cases: [ChoiceCase] { allCases.map { ChoiceCase($0.rawValue) } }

  package var position: Int {
    switch self {
    case .orders: 0
    case .buyers: 1
    case .earnings: 2
    case .rating: 3
    case .completion: 4
    case .onTime: 5
    case .response: 6
    case .days: 7
    }
  }
}
