/// What the checker knows about the elements of HTML, by their names in small letters.
enum Elements {
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  /// Elements of SVG that may end with `/>` wherever they stand.
  static let drawing: Set<String> = [
    "circle", "clippath", "defs", "desc", "ellipse", "filter", "g", "line", "lineargradient",
    "marker", "mask", "path", "pattern", "polygon", "polyline", "radialgradient", "rect", "stop",
    "symbol", "text", "textpath", "tspan", "use",
  ]
  /// What one of their attributes may have depends on the others.
  static let whole: Set<String> = ["form", "link", "meta"]
  /// What is inside them is not markup.
  static let raw: Set<String> = ["script", "style", "iframe"]
  static let refused: Set<String> = [
    "style", "plaintext", "xmp", "listing", "noembed", "noframes", "frameset", "frame", "applet",
    "math", "animate", "animatemotion", "animatetransform", "set",
  ]
  /// Inside them a drawing is HTML again.
  static let leavesDrawing: Set<String> = ["foreignobject", "title", "desc"]
  /// A drawing ends before them, whether it is closed or not.
  static let endsDrawing: Set<String> = [
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em",
    "embed", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "menu", "meta",
    "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike", "sub", "sup",
    "table", "tt", "u", "ul", "var", "font",
  ]
  /// They cannot stand in themselves.
  static let alone: Set<String> = ["a", "button", "form"]
  /// A paragraph ends before them, whether it is closed or not.
  static let endsParagraph: Set<String> = [
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "table", "ul",
  ]
  /// Inside them a paragraph outside does not end.
  static let bounds: Set<String> = [
    "button", "caption", "foreignobject", "object", "svg", "table", "td", "template", "th",
  ]
  /// They have words in them, or only certain elements, but no paragraphs.
  static let withoutFlow: Set<String> = [
    "abbr", "b", "button", "cite", "code", "data", "dl", "em", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "html", "i", "kbd", "label", "legend", "mark", "menu", "ol", "optgroup", "option",
    "p", "picture", "pre", "q", "s", "samp", "select", "small", "span", "strong", "sub",
    "summary", "sup", "svg", "table", "tbody", "tfoot", "thead", "time", "tr", "u", "ul", "var",
    "video",
  ]
  /// No script, not even one of data, can stand in them.
  static let withoutScript: Set<String> = ["html", "option", "picture", "svg"]

  static func instead(of name: String) -> String {
    switch name {
    case "base": "whole addresses; the site's policy refuses a base"
    case _ where SitePolicy.refused.contains(name):
      "a link to it: the site's policy refuses what comes from elsewhere"
    case "style": "rules in a file of styles/"
    case "animate", "animatemotion", "animatetransform", "set": "an animation in a file of styles/"
    default: "an element that browsers still know"
    }
  }
}
