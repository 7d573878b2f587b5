import Testing

@testable import Theme

/// Templates that look harmless to who reads them, and where a value would leave its place.
@Suite struct HostileTemplateTests {
  static let attributes: [String] = [
    // The name before a branch belongs to the value in it.
    #"<a href {% if isOpen %}="{{ title }}"{% end %}>x</a>"#,
    #"<a href {% if isOpen %}{% end %}="{{ title }}">x</a>"#,
    #"<a ="{{ title }}">x</a>"#,
    #"<p title={% if isOpen %}"{% end %}{{ title }}>x</p>"#,
    #"<p title="{% if isOpen %}" id="{% end %}{{ title }}">x</p>"#,
    #"<p title="{% if isOpen %}"{% else %}'{% end %}{{ title }}">x</p>"#,
    #"<p {% for n in names %}title="{{ n }}" {% end %}>x</p>"#,
    #"<p on{# x #}click="{{ title }}">x</p>"#,
    #"<p on{% if isOpen %}click{% end %}="{{ title }}">x</p>"#,
    #"<scr{# x #}ipt>{{ title }}</script>"#,
    #"<p STYLE="{{ title }}">x</p>"#,
    #"<p title=`{{ title }}`>x</p>"#,
    #"<p/title={{ title }}>x</p>"#,
    #"<p title="x"{{ title }}>x</p>"#,
    #"<iframe SrcDoc="{{ title }}"></iframe>"#,
    #"<p class="{{ t "shelf.hello" }}">x</p>"#,
    #"<svg><a fill="url({{ title }})">x</a></svg>"#,
    #"<svg><path d="{{ title }}"/></svg>"#,
  ]

  static let addresses: [String] = [
    #"<meta{% if isOpen %} http-equiv="refresh"{% end %} content="{{ title }}">"#,
    #"<meta http-equiv="re&#102;resh" content="{{ title }}">"#,
    #"<meta http-equiv="{% if isOpen %}refresh{% end %}" content="{{ title }}">"#,
    #"<meta http-equiv="refresh" content="0;url={{ title }}">"#,
    #"<meta http-equiv="refresh" content="{{ title }}">"#,
    #"<meta http-equiv="content-security-policy" content="{{ title }}">"#,
    #"<script src="{% if link %}{{ link }}{% else %}/x.js{% end %}"></script>"#,
    #"{% if link %}<base href="{{ link }}">{% end %}"#,
    #"{% if link %}<iframe src="{{ link }}"></iframe>{% end %}"#,
    #"{% if link %}<object data="{{ link }}"></object>{% end %}"#,
    #"{% if link %}<embed src="{{ link }}">{% end %}"#,
    #"{% if link %}<svg><use href="{{ link }}"/></svg>{% end %}"#,
    #"{% if link %}<svg><use xlink:href="{{ link }}"/></svg>{% end %}"#,
    #"{% if link %}<link rel="stylesheet" href="{{ link }}">{% end %}"#,
    #"{% if link %}<link href="{{ link }}" rel="stylesheet">{% end %}"#,
    #"{% if link %}<link rel="{{ token }}" href="{{ link }}">{% end %}"#,
    #"{% if link %}<link rel="prev{% if isOpen %} stylesheet{% end %}" href="{{ link }}">{% end %}"#,
    #"{% if link %}<link{% if isOpen %} rel="prev"{% else %} rel="stylesheet"{% end %} href="{{ link }}">{% end %}"#,
    #"{% if link %}<link rel="style&#115;heet" href="{{ link }}">{% end %}"#,
    #"{% if link %}<form action="/x"><button formaction="{{ link }}">x</button></form>{% end %}"#,
    #"<form action="/x"><button formmethod="post">x</button></form>"#,
    #"<form action="/x"><button formmethod="{% if isOpen %}post{% end %}">x</button></form>"#,
    #"<form method="{% if isOpen %}post{% end %}" action="/x">x</form>"#,
    #"<a href="{{ t "shelf.hello" }}">x</a>"#,
    #"<a href="{{ token }}:x">x</a>"#,
    #"<a href="{% match state %}{% case sold %}/x{% else %}{% end %}{{ title }}">x</a>"#,
    #"<svg><a xlink:href="{{ title }}"><text>x</text></a></svg>"#,
    #"<svg><image href="{{ title }}"/></svg>"#,
    #"<img alt="" srcset="{{ title }} 2x">"#,
    #"{% if link %}<img alt="" srcset="{{ link }} 2x">{% end %}"#,
    #"<svg><animate attributeName="href" to="{{ title }}"/></svg>"#,
  ]

  static let contexts: [String] = [
    #"<!-- --!><script>// -->{{ title }}"#,
    #"<!-- --!><a title= -->{{ title }}<!-- >x -->"#,
    #"<!-- -{# x #}-><b title={{ title }}> -->"#,
    #"<!{# x #}-- ><p title="--><img alt={{ title }}>">x</p>"#,
    #"<!-{# x #}- ><p title="--><img alt={{ title }}>">x</p>"#,
    #"<![CDATA[{{ title }}]]>"#,
    #"<svg><![CDATA[ > ]]>{{ title }}</svg>"#,
    #"<?php {{ title }} ?>"#,
    #"<noscript><!--</noscript><script>/*-->{{ title }}</noscript>"#,
    #"<noscript><p title="</noscript><img alt={{ title }}>">x</p></noscript>"#,
    #"<textarea><a href="{{ title }}">x</a></textarea>"#,
    #"<svg><textarea><a href="{{ title }}">x</a></textarea></svg>"#,
    #"<textarea></{# x #}textarea><a href="{{ title }}">x</a></textarea>"#,
    #"<math><title><b title={{ title }}>x</b></title></math>"#,
    #"<math><mtext><mglyph><b title="{{ title }}">x</b></mglyph></mtext></math>"#,
    #"<svg><desc><title><b title="</title><img alt={{ title }}>">x</b></title></desc></svg>"#,
    #"<svg><p><title><b title="</title><img alt={{ title }}>">x</b></title></p></svg>"#,
    #"<svg><desc><script src="/x.js"/></desc><text>{{ title }}</text></svg>"#,
    #"<svg><style>{{ title }}</style></svg>"#,
    #"<svg><script>{{ title }}</script></svg>"#,
    #"<xmp>{{ title }}</xmp>"#,
    #"<plaintext>{{ title }}"#,
    #"<noembed>{{ title }}</noembed>"#,
    #"<iframe>{{ title }}</iframe>"#,
    #"<ScRiPt src="/x.js">{{ title }}</sCrIpT>"#,
    #"<{{ token }}>x</{{ token }}>"#,
    #"<p></p {{ title }}>"#,
    #"{% for n in names %}<p title="{% end %}">x</p>"#,
    #"<p title="{% include "pot" with owner %}">x</p>"#,
    #"<script src="/x.js">{% include "pot" with owner %}</script>"#,
    #"<title>{% t "shelf.terms" %}{% slot "link" %}{% slot %}{% end %}{% end %}</title>"#,
    #"{% t "shelf.terms" %}{% slot "link" %}<p title="{% slot %}">x</p>{% end %}{% end %}"#,
    #"{% t "shelf.terms" %}{% slot "link" %}<script src="/x.js">{% slot %}</script>{% end %}{% end %}"#,
  ]

  @Test(arguments: attributes + addresses + contexts)
  func `a template where a value could leave its place does not load`(template: String) {
    let stage = Stage(template, parts: ["pot": "{% view Owner %}{{ name }}"])
    #expect(!stage.faults.isEmpty, "\(template)")
  }

  static let harmless: [String] = [
    #"<a title="a {{ title }} &lt;b" href="/x?y={{ token }}&amp;n={{ count.plain }}">x</a>"#,
    #"{% if link %}<link rel="alternate" hreflang="{{ token }}" href="{{ link }}">{% end %}"#,
    #"{% if link %}<link rel="Preload" as="image" href="{{ link }}">{% end %}"#,
    #"<link rel="stylesheet" href="{{ asset "style.css" }}">"#,
    #"<link rel="stylesheet" href="/x-{{ token }}.css" media="(width < 30rem)">"#,
    #"{% if link %}<meta http-equiv="Refresh" content="0;url={{ link }}">{% end %}"#,
    #"<meta http-equiv="Cache-Control" content="no-transform">"#,
    #"<svg><title>{{ title }}</title><desc>{{ title }}</desc><use href="{{ asset "icons.svg" }}#{{ token }}"/></svg>"#,
    #"<svg><foreignObject><p>{{ title }}</p></foreignObject></svg>"#,
    #"<noscript><!-- for those without --><p title="{{ title }}">{{ title }}</p></noscript>"#,
    #"<!DOCTYPE html><title>{{ title }}{% if isOpen %} &lt;{% end %}</title><!----><!-- {# x #} -->"#,
    #"{% if link %}<form action="{{ link }}"><button formmethod="get">x</button></form>{% end %}"#,
    #"<textarea>{% for n in names %}{{ n }}{% end %}</textarea>"#,
  ]

  @Test(arguments: harmless)
  func `what is like them and harms nobody loads`(template: String) {
    #expect(Stage(template).told == [])
  }

  @Test(arguments: [
    #"<title><a href="{{ name }}">x</a></title>"#, #"<textarea><b title={{ name }}></textarea>"#,
  ])
  func `a part has no markup in a title, wherever it is included`(part: String) {
    let stage = Stage(
      "<svg>{% include \"x\" with owner %}</svg>", parts: ["x": "{% view Owner %}\(part)"])
    #expect(stage.told.count == 1 && stage.told[0].contains("which has only words"))
  }

  @Test(arguments: [
    (#"<meta {% slot "a" %}{% end %} content="{{ title }}">"#, #" http-equiv="refresh""#),
    (#"<form {% slot "a" %}{% end %} action="/x"></form>"#, #" method="post""#),
    (#"<p title="{% slot "a" %}{% end %}">x</p>"#, #"" id="{{ token }}"#),
    (#"<p title="{% slot "a" %}{% end %}">x</p>"#, #"">{{ title }}</p><p title=""#),
    (#"<title>{% slot "a" %}{% end %}</title>"#, #"</title><script src="/x.js"></script><title>"#),
    (#"<a href="{% slot "a" %}{% end %}">x</a>"#, #"{{ title }}"#),
    (#"<a href="{% slot "a" %}{% end %}{{ title }}">x</a>"#, #"/x"#),
    (#"<script src="/x.js">{% slot "a" %}{% end %}</script>"#, #"{{ title }}"#),
    (#"<!-- {% slot "a" %}{% end %} -->"#, #"{{ title }}"#),
  ])
  func `a slot of a layout is left as it was found`(layout: String, fill: String) {
    let stage = Stage(
      "{% layout \"base\" %}{% slot \"a\" %}\(fill){% end %}",
      layouts: ["base": "{% view Shelf %}\(layout){% slot %}"])
    #expect(!stage.faults.isEmpty)
  }
}
