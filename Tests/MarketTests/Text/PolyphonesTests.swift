import Market
import Testing

@Suite struct PolyphonesTests {
  @Test(arguments: PolyphoneEntry.all)
  func `a word sounds as its line says`(entry: PolyphoneEntry) {
    let syllables = Pinyin.syllables(of: entry.word)
    #expect(syllables.count == entry.word.count)
    let places = zip(entry.word, syllables).filter { String($0.0) == entry.character }
    #expect(!places.isEmpty)
    #expect(places.allSatisfy { $0.1 == entry.syllable }, "\(syllables)")
  }

  @Test(arguments: PolyphoneEntry.all)
  func `no word is idle`(entry: PolyphoneEntry) {
    // What stands inside the word may explain it already.
    let others = PolyphoneEntry.all.filter {
      entry.word.contains($0.word) && ($0.word, $0.character) != (entry.word, entry.character)
    }
    let inside = Polyphones(others.map(\.line).joined(separator: "\n"))
    let without = Pinyin.syllables(of: entry.word, polyphones: inside)
    let index = Array(entry.word).firstIndex { String($0) == entry.character } ?? 0
    #expect(without[index] != entry.syllable)
  }

  @Test func `no word stands twice under one character`() {
    let lines = PolyphoneEntry.all.map { "\($0.character) \($0.word)" }
    let twice = Dictionary(grouping: lines, by: \.self).filter { $0.value.count > 1 }
    #expect(twice.keys.sorted() == [])
  }

  @Test func `there are enough words for a marketplace`() {
    #expect(Set(PolyphoneEntry.all.map(\.word)).count > 900)
  }

  @Test(arguments: PolyphoneEntry.surnames)
  func `a surname sounds as its line says, and otherwise elsewhere`(entry: PolyphoneEntry) {
    let index = Array(entry.word).firstIndex { String($0) == entry.character } ?? 0
    #expect(Pinyin.syllables(ofName: entry.word + "小明")[index] == entry.syllable)
    let plain = Pinyin.syllables(of: entry.word)
    let alone = Polyphones(
      PolyphoneEntry.surnames.filter { $0.word.count == 1 }.map(\.line).joined(separator: "\n"))
    let bySingles = Pinyin.syllables(of: entry.word, polyphones: alone)
    #expect(
      entry.word.count > 1
        ? bySingles != Pinyin.syllables(ofName: entry.word) : plain[index] != entry.syllable)
  }

  @Test(arguments: [
    ("社会计划", "she hui ji hua"), ("会计师事务所", "kuai ji shi shi wu suo"),
    ("银行业务系统", "yin hang ye wu xi tong"), ("进行业务咨询", "jin xing ye wu zi xun"),
    ("排行榜", "pai hang bang"), ("安排行程", "an pai xing cheng"),
    ("音乐团队", "yin yue tuan dui"), ("娱乐团队", "yu le tuan dui"),
    ("团队长期合作", "tuan dui chang qi he zuo"), ("校长", "xiao zhang"),
    ("项目的设计", "xiang mu de she ji"), ("多人参与", "duo ren can yu"),
    ("颜色调整", "yan se tiao zheng"), ("很多重点", "hen duo zhong dian"),
    ("注重设计", "zhu zhong she ji"), ("系统重构", "xi tong chong gou"),
    ("大厦门口", "da sha men kou"), ("对外传播", "dui wai chuan bo"),
    ("都柏林", "du bo lin"), ("北京朝阳区", "bei jing chao yang qu"),
    ("喜怒哀乐", "xi nu ai le"), ("银行行长", "yin hang hang zhang"), ("数一数", "shu yi shu"),
    ("发型", "fa xing"), ("便携", "bian xie"), ("六安台州", "lu an tai zhou"),
  ])
  func `the longest word wins, and none reaches into its neighbour`(text: String, pinyin: String) {
    #expect(Pinyin.syllables(of: text).joined(separator: " ") == pinyin)
  }
}

struct PolyphoneEntry: Sendable, CustomTestStringConvertible {
  let character: String
  let syllable: String
  let word: String

  var line: String { "\(character) \(syllable) \(word)" }
  var testDescription: String { line }

  static let all = entries(Polyphones.list)
  static let surnames = entries(Polyphones.surnameList)

  private static func entries(_ list: String) -> [PolyphoneEntry] {
    list.split(separator: "\n").flatMap { line in
      let parts = line.split(separator: " ").map(String.init)
      return parts.dropFirst(2).map {
        PolyphoneEntry(character: parts[0], syllable: parts[1], word: $0)
      }
    }
  }
}
