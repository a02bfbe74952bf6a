import { fileURLToPath } from 'node:url'
import { type Plugin, parseAst } from 'vite'
import { isNode, type Node } from './house/source.ts'

/**
 * Compiles the elements of our pages: what is always the same becomes text at build time, so that drawing a page joins
 * strings instead of walking objects. Elements with a meaning of their own in hono/jsx (head and what belongs there), a
 * spread attribute or an entity are left to hono; they work side by side.
 */
export function compileJsx(): Plugin {
  return {
    name: 'compile-jsx',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/app\/.*(?<!\.test)\.tsx$/.test(id) && !id.endsWith('.tsx?compiled')) return null
      return { code: compiledSource(code, RUNTIME), map: null }
    },
  }
}

const RUNTIME = fileURLToPath(new URL('../app/ui/compiled.ts', import.meta.url)).replaceAll('\\', '/')

/** The source with its elements compiled; `runtime` is where `compiled` comes from. */
export function compiledSource(code: string, runtime: string): string {
  const program = parseAst(code, { lang: 'tsx', astType: 'ts' }) as unknown as Node
  const work: Work = { code, shapes: [] }
  const body = rewritten(work, program, code.length)
  if (work.shapes.length === 0) return code
  const shapes = work.shapes.map((shape, place) => `const shape$${place} = ${shape}`)
  return `import { compiled as compiled$ } from ${JSON.stringify(runtime)}\n${shapes.join('\n')}\n${body}`
}

type Work = { readonly code: string; readonly shapes: string[] }

/** The text of a node, with every element in it that can be compiled replaced by its call. */
function rewritten(work: Work, node: Node, end = node.end): string {
  let text = ''
  let at = node.type === 'Program' ? 0 : node.start
  for (const { element, inJsx } of outermost(node)) {
    const call = callOf(work, element)
    text += work.code.slice(at, element.start) + (inJsx ? `{${call}}` : call)
    at = element.end
  }
  return text + work.code.slice(at, end)
}

type Found = { element: Node; inJsx: boolean }

/** The elements below a node that can be compiled and lie in no other such element. */
function outermost(node: Node, inJsx = false): Found[] {
  return childrenOf(node).flatMap((child) => {
    if (canCompile(child)) return [{ element: child, inJsx: isJsx(node) || inJsx }]
    return outermost(child)
  })
}

const isJsx = (node: Node) =>
  node.type === 'JSXElement' || node.type === 'JSXFragment' || node.type === 'JSXAttribute'

function childrenOf(node: Node): Node[] {
  const values = Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]))
  return values.filter(isNode).sort((a, b) => a.start - b.start)
}

// They move to the head of the document, or know where they stand.
const LEFT_TO_HONO = new Set(['head', 'title', 'meta', 'link', 'script', 'style'])
// Spelled otherwise than in HTML: hono turns them into what HTML has.
const RESPELLED = /^(?:className|htmlFor|crossOrigin|httpEquiv|itemProp|fetchPriority|noModule|formAction)$/
const LEFT_ATTRIBUTES = new Set(['dangerouslySetInnerHTML', 'children', 'ref', 'style'])

function canCompile(node: Node): boolean {
  if (node.type !== 'JSXElement') return false
  const opening = node['openingElement'] as Node
  const tag = tagOf(opening)
  if (tag === null || LEFT_TO_HONO.has(tag)) return false
  if (tag === 'svg' && holdsTitle(node)) return false
  return (
    (opening['attributes'] as Node[]).every(plainAttribute) && (node['children'] as Node[]).every(plainText)
  )
}

const holdsTitle = (node: Node): boolean =>
  childrenOf(node).some(
    (child) => (child.type === 'JSXOpeningElement' && tagOf(child) === 'title') || holdsTitle(child),
  )

const plainText = (child: Node) => child.type !== 'JSXText' || !String(child['value']).includes('&')

function plainAttribute(attribute: Node): boolean {
  if (attribute.type !== 'JSXAttribute') return false
  const name = attributeName(attribute)
  if (name === null || RESPELLED.test(name) || LEFT_ATTRIBUTES.has(name)) return false
  const value = attribute['value']
  return !isNode(value) || value.type !== 'Literal' || !String(value['raw']).includes('&')
}

/** The name of an HTML element; null for a component. */
function tagOf(opening: Node): string | null {
  const name = opening['name'] as Node
  const text = name.type === 'JSXIdentifier' ? String(name['name']) : ''
  return /^[a-z]/.test(text) ? text : null
}

const attributeName = (attribute: Node) => {
  const name = attribute['name'] as Node
  return name.type === 'JSXIdentifier' ? String(name['name']) : null
}

/** Text that is always the same, and between it the code of what differs. */
class Pieces {
  readonly texts = ['']
  readonly names: (string | null)[] = []
  readonly values: string[] = []
  same(text: string) {
    this.texts[this.texts.length - 1] += text
  }
  differs(name: string | null, code: string) {
    this.names.push(name)
    this.values.push(code)
    this.texts.push('')
  }
}

function callOf(work: Work, element: Node): string {
  const pieces = new Pieces()
  addElement(work, element, pieces)
  const place =
    work.shapes.push(`{ texts: ${JSON.stringify(pieces.texts)}, names: ${JSON.stringify(pieces.names)} }`) - 1
  return `compiled$(${[`shape$${place}`, ...pieces.values.map((value) => `(${value})`)].join(', ')})`
}

const EMPTY = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

function addElement(work: Work, element: Node, pieces: Pieces) {
  const opening = element['openingElement'] as Node
  const tag = tagOf(opening) ?? ''
  const children = element['children'] as Node[]
  pieces.same(`<${tag}`)
  for (const attribute of opening['attributes'] as Node[]) addAttribute(work, attribute, pieces)
  if (EMPTY.has(tag) && children.length === 0) return pieces.same('/>')
  pieces.same('>')
  for (const child of children) addChild(work, child, pieces)
  pieces.same(`</${tag}>`)
}

function addAttribute(work: Work, attribute: Node, pieces: Pieces) {
  const name = attributeName(attribute) ?? ''
  const value = attribute['value']
  if (name === 'key') return
  if (!isNode(value)) pieces.differs(name, 'true')
  else if (value.type === 'Literal') pieces.same(` ${name}="${escaped(String(value['value']))}"`)
  else pieces.differs(name, expressionOf(work, value))
}

const expressionOf = (work: Work, value: Node) =>
  value.type === 'JSXExpressionContainer'
    ? rewrittenExpression(work, value['expression'] as Node)
    : rewrittenExpression(work, value)

function addChild(work: Work, child: Node, pieces: Pieces) {
  if (child.type === 'JSXText') pieces.same(escaped(jsxText(String(child['value']))))
  else if (canCompile(child)) addElement(work, child, pieces)
  else if (child.type === 'JSXExpressionContainer') addExpression(work, child['expression'] as Node, pieces)
  else pieces.differs(null, rewritten(work, child))
}

function addExpression(work: Work, expression: Node, pieces: Pieces) {
  if (expression.type === 'JSXEmptyExpression') return
  if (expression.type === 'Literal' && typeof expression['value'] === 'string')
    pieces.same(escaped(expression['value']))
  else pieces.differs(null, rewrittenExpression(work, expression))
}

const rewrittenExpression = (work: Work, expression: Node) =>
  canCompile(expression) ? callOf(work, expression) : rewritten(work, expression)

/** The text between elements as JSX reads it: lines are trimmed and joined by a space, empty ones are nothing. */
function jsxText(text: string): string {
  const lines = text.split(/\r\n|\n|\r/)
  return lines
    .map((line, place) => {
      const left = place === 0 ? line : line.replace(/^[ \t]+/, '')
      return place === lines.length - 1 ? left : left.replace(/[ \t]+$/, '')
    })
    .filter((line) => line !== '')
    .join(' ')
}

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => ESCAPED[character] ?? '')
