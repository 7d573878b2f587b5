import Testing
import Theme

@Suite struct SealTests {
  @Test(arguments: [
    ("林晓", "林"), ("李明轩", "李"), ("欧阳雪", "欧阳"), ("司马青衫", "司马"), ("诸葛 亮", "诸葛"), ("上官", "上官"),
    ("阿青", "青"), ("老王", "王"), ("阿依古丽", "阿依"), ("艾力·买买提", "艾力"),
  ])
  func `a Chinese person is known by the surname`(name: String, text: String) {
    #expect(Seal(of: name).text == text)
  }

  @Test(arguments: [
    ("青禾工作室", "青禾"), ("听雨轩", "听雨"), ("周白设计", "周白"), ("南风科技有限公司", "南风"), ("石刻社", "石刻"), ("茶馆", "茶"),
    ("林木作", "林"), ("七月里的风", "七月"), ("🎏 胡同影像", "胡同"),
  ])
  func `a house has two characters`(name: String, text: String) {
    #expect(Seal(of: name).text == text)
    #expect(Seal(of: name).isTall == (text.count == 2))
  }

  @Test(arguments: [
    ("Mei Lin", "M"), ("école Nord", "É"), ("ß-Werk", "S"), ("林 Studio", "林"), ("Lin 林", "L"),
    ("김민준", "김"),
    ("7 Days", "7"), ("№ 9", "9"), ("  ", "印"), ("", "印"), ("🎏🎏", "印"), ("---", "印"),
    ("z\u{301}\u{302}\u{303}\u{304}algo", "Z"),
  ])
  func `any other name has something too`(name: String, text: String) {
    #expect(Seal(of: name).text == text)
    #expect(!Seal(of: name).isTall)
  }

  @Test(arguments: [
    ("林", "k2", "round"), ("何", "k5", "round"), ("M", "k4", nil), ("满", "k5", nil),
    ("周", "k5", "bare"),
    ("石刻社", "k2", "round"), ("欧阳", "k6", nil),
  ])
  func `the characters decide ink and shape`(name: String, ink: String, shape: String?) {
    let seal = Seal(of: name)
    #expect(seal.ink.text == ink)
    #expect(seal.shape?.text == shape)
  }

  @Test func `a template can show a seal`() {
    #expect(Seal.declared.map(\.name) == ["text", "ink", "shape", "isTall"])
  }
}
