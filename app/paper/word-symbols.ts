/** Signs that Word keeps as a place in a picture font; others of those fonts are ornament and stay away. */
const SIGNS: Record<string, Record<string, string>> = {
  wingdings: {
    '4A': '☺',
    '4C': '☹',
    '6C': '●',
    '6E': '■',
    '6F': '□',
    '71': '❑',
    '76': '❖',
    '9F': '•',
    A7: '▪',
    A8: '☐',
    D8: '➢',
    E0: '→',
    DF: '←',
    E8: '➔',
    FB: '✗',
    FC: '✓',
    FD: '☒',
    FE: '☑',
  },
  symbol: { '2D': '-', B7: '•', AE: '→', B3: '≥', A3: '≤', B1: '±', D7: '×' },
}

/** @param char four hexadecimal digits, mostly F000 plus the place in the font */
export function symbolOf(font: string, char: string): string {
  const code = Number.parseInt(char, 16)
  if (!Number.isFinite(code)) return ''
  const place = (code & 0xff).toString(16).toUpperCase().padStart(2, '0')
  const sign = SIGNS[font.toLowerCase()]?.[place]
  if (sign) return sign
  return code >= 0xe000 || code < 0x20 ? '' : String.fromCharCode(code)
}
