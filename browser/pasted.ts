const BLOCK = /<(style|script)\b[\s\S]*?<\/\1\s*>/gi
const TAG = /<[a-z][^<>]*>/gi
const STYLE = 'data-look'

/**
 * What is pasted, with only that in its looks which a text may hold. Styles and scripts in it are never taken for
 * real: the policy of the page forbids them, and without that one would not know what is bold in Word and elsewhere.
 */
export function cleanPaste(html: string): string {
  const inert = html
    .replace(BLOCK, '')
    .replace(TAG, (tag) =>
      tag.replace(/\sstyle\s*=/gi, ` ${STYLE}=`).replace(/\son[a-z]+\s*=/gi, ' data-off='),
    )
  const page = new DOMParser().parseFromString(inert, 'text/html')
  for (const one of page.querySelectorAll('style, script, img, link, title')) one.remove()
  for (const paragraph of page.querySelectorAll('p')) if (isPoint(paragraph)) makePoint(paragraph)
  for (const one of page.querySelectorAll(`[${STYLE}]`)) takeLook(one)
  return page.body.innerHTML
}

const lookOf = (element: Element) => element.getAttribute(STYLE) ?? ''
const BOLD = /font-weight:\s*(?:bold|[6-9]00)/i
const ITALIC = /font-style:\s*italic/i

/** A look that is written as a style becomes an element; an element that says of itself that it is not bold is none. */
function takeLook(element: Element) {
  const look = lookOf(element)
  element.removeAttribute(STYLE)
  const isBold = /^(?:b|strong)$/i.test(element.tagName)
  if (isBold && /font-weight:\s*(?:normal|400)/i.test(look)) element.replaceWith(...element.childNodes)
  else if (/^(?:span|a|b|i|em|strong)$/i.test(element.tagName)) wrapWords(element, look)
}

function wrapWords(element: Element, look: string) {
  for (const [pattern, tag] of [
    [BOLD, 'b'],
    [ITALIC, 'i'],
  ] as const) {
    if (!pattern.test(look)) continue
    const wrap = element.ownerDocument.createElement(tag)
    wrap.append(...element.childNodes)
    element.append(wrap)
  }
}

const POINT = /mso-list:\s*(?!none|ignore)/i
const NUMBER = /^\s*(?:\d+|[a-z])[.)]/i

/** Word pastes a list as paragraphs with a sign in front of each. */
const isPoint = (paragraph: Element) => POINT.test(lookOf(paragraph)) && signOf(paragraph) !== undefined

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
  [...paragraph.querySelectorAll(`[${STYLE}]`)].find((one) => /mso-list:\s*ignore/i.test(lookOf(one)))
