import Outside
import Testing

@Suite struct BucketAddressTests {
  private func url(
    of key: String, bucket: String = "shop", region: String = "eu-central-1",
    endpoint: String? = nil, style: String? = nil, prefix: String = ""
  ) throws -> String {
    try BucketAddress(
      bucket: bucket, region: region, endpoint: endpoint, style: style, prefix: prefix
    ).url(of: key).description
  }

  @Test func `without an endpoint it is at AWS`() throws {
    #expect(try url(of: "a") == "https://shop.s3.eu-central-1.amazonaws.com/a")
    #expect(
      try url(of: "a", region: "cn-north-1") == "https://shop.s3.cn-north-1.amazonaws.com.cn/a")
  }

  @Test func `a name with a dot would have no certificate there`() throws {
    let inPath = "https://s3.eu-central-1.amazonaws.com/shop.example/a"
    #expect(try url(of: "a", bucket: "shop.example") == inPath)
    let inHost = "https://shop.example.s3.eu-central-1.amazonaws.com/a"
    #expect(try url(of: "a", bucket: "shop.example", style: "host") == inHost)
  }

  @Test func `elsewhere the bucket stands in the path unless it is said`() throws {
    #expect(
      try url(of: "a", endpoint: "http://127.0.0.1:9000", prefix: "x/y")
        == "http://127.0.0.1:9000/shop/x/y/a")
    #expect(
      try url(of: "a", endpoint: "https://oss-cn-hangzhou.aliyuncs.com/", style: "host")
        == "https://shop.oss-cn-hangzhou.aliyuncs.com/a")
    #expect(
      try url(of: "a", endpoint: "https://minio:9443", style: "host", prefix: "店")
        == "https://shop.minio:9443/%E5%BA%97/a")
  }

  @Test func `a key is encoded once`() throws {
    #expect(
      try url(of: "标 a+b~c%20=d/../e//f?#&é.html", style: "path")
        == "https://s3.eu-central-1.amazonaws.com/shop/"
        + "%E6%A0%87%20a%2Bb~c%2520%3Dd/../e//f%3F%23%26%C3%A9.html")
  }

  private func fault(
    bucket: String = "shop", region: String = "r", endpoint: String? = nil, style: String? = nil,
    prefix: String = ""
  ) -> BucketAddressError? {
    #expect(throws: BucketAddressError.self) {
      try BucketAddress(
        bucket: bucket, region: region, endpoint: endpoint, style: style, prefix: prefix)
    }
  }

  @Test(arguments: [
    "", "ab", String(repeating: "a", count: 64), "Shop", "-shop", "shop-", "sh..op", "sh_op",
    "a/b", "标标标", "192.168.0.1", ".shop", "shop\n", "a b",
  ])
  func `what is no name of a bucket is said so`(name: String) {
    #expect(fault(bucket: name) == .bucket(name))
  }

  @Test(arguments: ["", "a/b", "a b", "区", "a.evil.example", String(repeating: "a", count: 65)])
  func `what is no region is said so`(name: String) {
    #expect(fault(region: name) == .region(name))
  }

  @Test(arguments: [
    "", "minio:9000", "http://minio/x", "http://minio?x", "http://minio?", "ftp://minio",
    "https://key:secret@minio",
  ])
  func `what is no endpoint is said so, and not repeated`(text: String) {
    let fault = fault(endpoint: text)
    #expect(fault == .endpoint(text))
    #expect(fault?.description.contains("secret") == false)
  }

  @Test func `what is no style is said so`() {
    #expect(fault(style: "both") == .style("both"))
    for host in ["127.0.0.1", "[::1]"] {
      #expect(fault(endpoint: "http://\(host)", style: "host") == .styleOfNumbers(host: host))
    }
  }

  @Test(arguments: [
    "/", "/a", "a/", "a//b", "../a", "a/./b", "a\nb", String(repeating: "a", count: 257),
  ])
  func `what is no folder is said so`(text: String) {
    #expect(fault(prefix: text) == .prefix(text))
  }
}
