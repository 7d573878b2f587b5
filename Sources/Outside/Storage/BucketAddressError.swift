/// What is wrong with the address of a bucket, as somebody wrote it.
package enum BucketAddressError: Error, Hashable {
  case bucket(String)
  case region(String)
  case endpoint(String)
  case style(String)
  case styleOfNumbers(host: String)
  case prefix(String)
}

extension BucketAddressError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .bucket(let name):
      "The name of a bucket has 3 to 63 small letters of English, digits, dots and hyphens, "
        + "and starts and ends with a letter or digit, not “\(name)”."
    case .region(let name):
      "A region is a name such as eu-central-1 or oss-cn-hangzhou, not “\(name)”."
    case .endpoint:
      // It may hold a password, so it is not repeated.
      "The endpoint must be a scheme and a host, such as https://s3.eu-central-1.amazonaws.com "
        + "or http://127.0.0.1:9000, without a user, a path or a question mark."
    case .style(let name): "The bucket stands in the path or in the host, not in “\(name)”."
    case .styleOfNumbers(let host):
      "No bucket can stand before \(host), which is a number and not a name: "
        + "it must stand in the path."
    case .prefix(let text):
      "The folder in the bucket must be empty or names with slashes between them, "
        + "such as shop/site, not “\(text)”."
    }
  }
}
