import HTTP
import Market
import Store

// From which machine somebody comes.
extension Visit {
  /// By which the machine is known again.
  var device: Secret? {
    Cookies(request)[Cookie.name(SessionCookie.device, isSecure: isSecure)].flatMap { Secret($0) }
  }

  /// From where he comes, as it is written down.
  var place: Whereabouts {
    Whereabouts(agent: request.fields["User-Agent"] ?? "", address: address)
  }
}
