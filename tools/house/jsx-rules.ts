import { ARIA, ATTRIBUTES, ELEMENTS } from './html-names.ts'
import { type Finding, findingAt, isNode, type Node, type Source, walk } from './source.ts'

/**
 * hono/jsx lets any tag and attribute through, and renders what React would not: these are its traps. The pages'
 * security policy adds two: an inline style and an inline handler are shut out by the browser.
 */
export function jsxFindings(sources: readonly Source[]): Finding[] {
  return sources.filter((source) => source.path.endsWith('.tsx')).flatMap(inOneFile)
}

function inOneFile(source: Source): Finding[] {
  const found: Finding[] = []
  walk(source.program, (node, parents) => {
    const wrong = node.type === 'JSXOpeningElement' ? elementWrong(node) : childWrong(node, parents.at(-1))
    for (const text of wrong) found.push(findingAt(source, node, 'jsx', text))
  })
  return found
}

function elementWrong(element: Node): string[] {
  const tag = nameOf(element['name'])
  if (tag === null) return []
  const known = ELEMENTS.has(tag) || tag.includes('-')
  const attributes = (element['attributes'] as Node[]).filter((one) => one.type === 'JSXAttribute')
  return [
    ...(known ? [] : [`<${tag}> is no element`]),
    ...attributes.flatMap((one) => attributeWrong(tag, one)),
  ]
}

/** The name of an element of the page itself; null for a component. */
function nameOf(name: unknown): string | null {
  if (!isNode(name) || name.type !== 'JSXIdentifier') return null
  const text = String(name['name'])
  return /^[a-z]/.test(text) ? text : null
}

function attributeWrong(tag: string, attribute: Node): string[] {
  const name = attributeName(attribute['name'] as Node)
  const value = attribute['value']
  if (name === 'style') return ['style="" is shut out by the page’s security policy: use a class']
  if (/^on/.test(name)) return [`${name}="" is shut out by the page’s security policy`]
  if (name === 'value' && (tag === 'textarea' || tag === 'select')) return [`value does nothing on <${tag}>`]
  if (isNode(value) && /^\s*javascript:/i.test(String(value['value'] ?? ''))) return ['a javascript: link']
  return isKnown(tag, name) ? [] : [`${name} is no attribute of <${tag}> (spelled as HTML spells it)`]
}

function attributeName(name: Node): string {
  if (name.type !== 'JSXNamespacedName') return String(name['name'])
  return `${String((name['namespace'] as Node)['name'])}:${String((name['name'] as Node)['name'])}`
}

function isKnown(tag: string, name: string) {
  if (name.startsWith('data-')) return true
  if (name.startsWith('aria-')) return ARIA.has(name.slice(5))
  return tag.includes('-') ? /^[a-z-]+$/.test(name) : ATTRIBUTES.has(name)
}

/** `{list.length && …}` prints a 0. */
function childWrong(node: Node, parent: Node | undefined): string[] {
  if (
    node.type !== 'LogicalExpression' ||
    node['operator'] !== '&&' ||
    parent?.type !== 'JSXExpressionContainer'
  )
    return []
  return isNumber(node['left'] as Node) ? ['a number before && prints 0: compare it'] : []
}

function isNumber(node: Node): boolean {
  if (node.type === 'MemberExpression')
    return /^(?:length|size|count)$/.test(String((node['property'] as Node)['name']))
  return node.type === 'Literal' && typeof node['value'] === 'number'
}
