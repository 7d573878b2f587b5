import Store

@main struct Jishi { static func main() async throws { print(Schema.version) } }
