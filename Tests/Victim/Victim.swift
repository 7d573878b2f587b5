@main enum Victim { static func main() {} }
