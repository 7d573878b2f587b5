extension Deployment {
  package enum Event: Sendable {
    case planned(Plan)
    /// So many of them are there.
    case sent(Int, of: Int)
    /// The site has changed; what is left is planned anew.
    case changed
  }

  package struct Plan: Sendable {
    package var new: [String] = []
    package var changed: [String] = []
    package var gone: [String] = []
    /// Whether all of the site was looked at, and not only what was added to it.
    package var isWhole = false
    package var time = Duration.zero
    /// How many addresses somebody is still to be told of that were sent before.
    package var untold = 0

    package var count: Int { new.count + changed.count + gone.count }
  }

  package struct Outcome: Sendable {
    package var sent = 0
    package var removed = 0
    package var bytes = 0
    /// How long it took to see what is to be sent.
    package var planning = Duration.zero
    /// Of pages and files that a cache may still have as they were.
    package var stale: [String] = []
    /// How many addresses search engines were told.
    package var announced = 0
    /// Who could not be told; the next deployment tries again.
    package var troubles: [String] = []
  }
}

extension Deployment.Plan {
  init(_ plan: DeployPlan, time: Duration) {
    for parcel in plan.parcels {
      switch (parcel.stage.isGone, parcel.isNew) {
      case (true, _): gone.append(parcel.path)
      case (false, true): new.append(parcel.path)
      case (false, false): changed.append(parcel.path)
      }
    }
    isWhole = plan.isWhole
    self.time = time
  }
}
