import { Fragment, jsx } from 'hono/jsx'
import { jsxAttr } from 'hono/jsx/jsx-runtime'
import type { HtmlEscapedString } from 'hono/utils/html'

/**
 * What the build makes of the elements of a page (tools/compile-jsx.ts): text that is always the same, and between it
 * what differs. `names[i]` is the attribute that the i-th value is of, or null for a value among the children.
 */
export type Shape = { readonly texts: readonly string[]; readonly names: readonly (string | null)[] }

type Buffer = [string, ...unknown[]]
type Drawn = { toStringToBuffer(buffer: Buffer): void }

/** hono's own node, which it exports as a type only: what extends it is drawn by its renderer. */
const Node = jsx('i', {}).constructor as unknown as new (
  tag: string,
  props: object,
  children: unknown[],
) => Drawn
const Children = Fragment({ children: [] }).constructor as unknown as typeof Node

class Compiled extends Node {
  readonly #shape: Shape
  readonly #values: readonly unknown[]
  constructor(shape: Shape, values: readonly unknown[]) {
    super('', {}, [])
    this.#shape = shape
    this.#values = values
  }

  override toStringToBuffer(buffer: Buffer) {
    const { texts, names } = this.#shape
    for (let i = 0; i < names.length; i += 1) {
      const name = names[i]
      buffer[0] += texts[i] ?? ''
      if (name) putAttribute(buffer, name, this.#values[i])
      else putChild(buffer, this.#values[i])
    }
    buffer[0] += texts[names.length] ?? ''
  }
}

/** Called by compiled pages only. */
export const compiled = (shape: Shape, ...values: unknown[]) => new Compiled(shape, values)

const SPECIAL = /[&<>"']/
const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string) =>
  SPECIAL.test(text) ? text.replaceAll(/[&<>"']/g, (character) => ESCAPED[character] ?? '') : text

function putChild(buffer: Buffer, value: unknown): void {
  if (typeof value === 'string') buffer[0] += escaped(value)
  else if (typeof value === 'number') buffer[0] += String(value)
  else if (value === null || value === undefined || typeof value === 'boolean') return
  else if (value instanceof Node) value.toStringToBuffer(buffer)
  else if (Array.isArray(value)) for (const one of value) putChild(buffer, one)
  else if (isSafe(value)) buffer[0] += value.valueOf()
  // Promises, and what calls back: hono knows what to do with them.
  else new Children('', {}, [value]).toStringToBuffer(buffer)
}

/** HTML from `raw`. */
const isSafe = (value: unknown): value is HtmlEscapedString =>
  typeof value === 'object' &&
  value !== null &&
  'isEscaped' in value &&
  !('callbacks' in value && value.callbacks)

/**
 * The same text in one piece. A page is joined of thousands of pieces, and the engine lays them side by side when the
 * page is sent: what is kept for later pages is better laid out once.
 */
export function inOnePiece(text: string): string {
  text.charCodeAt(0)
  return text
}

function putAttribute(buffer: Buffer, name: string, value: unknown): void {
  if (value === null || value === undefined) return
  if (typeof value === 'string') buffer[0] += ` ${name}="${escaped(value)}"`
  else {
    const whole = jsxAttr(name, value as Parameters<typeof jsxAttr>[1])
    if (whole instanceof Promise) throw new Error(`${name}: an attribute does not wait`)
    if (String(whole) !== '') buffer[0] += ` ${String(whole)}`
  }
}
