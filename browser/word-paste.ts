const POINT = /mso-list:\s*(?!none)/i
const NUMBER = /^\s*(?:\d+|[a-z])[.)]/i

/**
 * Word pastes a list as paragraphs with a sign in front of each: makes lists of them again. Whatever else Word sends
 * along, the text itself may not hold, so it falls off by itself.
 */
export function withoutWord(html: string): string {
  if (!/mso-list|MsoListParagraph/i.test(html)) return html
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const paragraph of page.querySelectorAll('p')) {
    if (isPoint(paragraph)) makePoint(paragraph)
  }
  return page.body.innerHTML
}

const isPoint = (paragraph: Element) =>
  POINT.test(paragraph.getAttribute('style') ?? '') && paragraph.querySelector('[style*="mso-list"]') !== null

function makePoint(paragraph: Element) {
  const sign = signOf(paragraph)
  const kind = NUMBER.test(sign?.textContent ?? '') ? 'ol' : 'ul'
  sign?.remove()
  const item = paragraph.ownerDocument.createElement('li')
  item.append(...paragraph.childNodes)
  const before = paragraph.previousElementSibling
  if (before?.tagName.toLowerCase() === kind) {
    before.append(item)
    paragraph.remove()
  } else {
    const list = paragraph.ownerDocument.createElement(kind)
    list.append(item)
    paragraph.replaceWith(list)
  }
}

/** The bullet or number that Word shows: it says itself that a list must pass over it. */
const signOf = (paragraph: Element) =>
  [...paragraph.querySelectorAll('[style]')].find((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute('style') ?? ''),
  )
