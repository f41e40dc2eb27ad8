/** Texts that a file name, code or a description may hold, and that some format could take for signs of its own. */
export const HOSTILE_TEXTS = [
  '<script>globalThis.sprung = 1</script>',
  '</script><script>globalThis.sprung = 2</script>',
  '"><img src=x onerror="globalThis.sprung = 3">',
  "' onmouseover='globalThis.sprung = 4",
  ']]><!-- --> <![CDATA[ &lt; &#60; & <?xml?>',
  'controls \u0000 \u0007 \u001B[31m \u009B2J \u007F',
  'turned \u202Egnp.exe\u202C \u2066 \u2069 \u200F invisible \u200B \uFEFF \u00AD \u{E0041}',
  'half \uD800 and \uDC00 end, no characters \uFFFE \uFFFF',
  'lines\nof\r\nthem\u2028and\u2029## heading',
  '[text](javascript:globalThis.sprung=5) ![x](https://evil.example/x.png) <https://evil.example>',
  '@octocat #12 https://evil.example www.evil.example mailto:a@evil.example',
  '| a | b | `c|d` ``e`` \\| \\',
  '**bold** _em_ ~~gone~~ $x$ <details> </details></summary> <b>',
  '::error file=a::message %0A::warning::x, y: z',
  '${{ secrets.TOKEN }} {{constructor.constructor("globalThis.sprung = 6")()}} {0}',
  'javascript:globalThis.sprung=7',
] as const;
