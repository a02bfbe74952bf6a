import { diffArrays } from 'diff'
import type { XmlText } from 'yjs'
import { type Look, looksAlike, type Run } from '../kernel/rich-run.ts'
import { type Attributes, attributesOf, markOf, piecesOf } from './document.ts'
import { edges } from './document-align.ts'

// Where more words than this differ, the middle is replaced as a whole.
const MOST_EDITS = 400

/** Changes the words and looks of one line to others, word by word; blank space at its end stays, for who types there. */
export function editWords(node: XmlText, wanted: readonly Run[]): void {
  const now = piecesOf(node)
    .map(({ text }) => text)
    .join('')
  if (now.length !== node.length) {
    node.delete(0, node.length)
    node.applyDelta(wanted.map(({ text, ...look }) => ({ insert: text, attributes: attributesOf(look) })))
    return
  }
  const blank = now.slice(now.trimEnd().length)
  const runs = blank ? [...wanted, { text: blank }] : wanted
  changeWords(node, now, runs)
  changeLooks(node, runs)
}

function changeWords(node: XmlText, now: string, runs: readonly Run[]) {
  const wanted = runs.map(({ text }) => text).join('')
  const { start, end } = edges(now, wanted)
  let at = start
  for (const part of wordDiff(now.slice(start, now.length - end), wanted.slice(start, wanted.length - end))) {
    if (part.removed) node.delete(at, part.text.length)
    else {
      if (part.added) node.insert(at, part.text, attributesOf(lookAt(runs, at)))
      at += part.text.length
    }
  }
}

type Part = { readonly text: string; readonly added: boolean; readonly removed: boolean }

const WORDS = /[\p{L}\p{N}\p{M}_]+|\s+|[^]/gu

function wordDiff(now: string, wanted: string): Part[] {
  const parts = diffArrays(now.match(WORDS) ?? [], wanted.match(WORDS) ?? [], { maxEditLength: MOST_EDITS })
  const whole: Part[] = [
    { text: now, removed: true, added: false },
    { text: wanted, removed: false, added: true },
  ]
  return parts?.map(({ value, added, removed }) => ({ text: value.join(''), added, removed })) ?? whole
}

function lookAt(runs: readonly Run[], place: number): Look {
  let seen = 0
  for (const { text, ...look } of runs) {
    seen += text.length
    if (place < seen) return look
  }
  return {}
}

/** Gives every stretch the look that it should have; the words are right already. */
function changeLooks(node: XmlText, runs: readonly Run[]) {
  let at = 0
  for (const { text, look, attributes } of piecesOf(node)) {
    const end = at + text.length
    let from = at
    while (from < end) {
      const { look: wanted, until } = stretchAt(runs, from)
      const to = Math.min(end, until)
      if (!looksAlike(look, wanted)) node.format(from, to - from, changeOf(attributes, look, wanted))
      from = to
    }
    at = end
  }
}

function stretchAt(runs: readonly Run[], place: number) {
  let seen = 0
  for (const { text, ...look } of runs) {
    seen += text.length
    if (place < seen) return { look, until: seen }
  }
  return { look: {} as Look, until: Number.POSITIVE_INFINITY }
}

/** Which attributes go and which come; those that stay are left alone. */
function changeOf(attributes: Attributes, now: Look, wanted: Look): Record<string, object | null> {
  const change: Record<string, object | null> = {}
  const isKept = (mark: string) =>
    mark === 'link' ? now.href === wanted.href : mark in now === mark in wanted
  for (const name of Object.keys(attributes)) if (!isKept(markOf(name))) change[name] = null
  for (const [name, value] of Object.entries(attributesOf(wanted))) if (!isKept(name)) change[name] = value
  return change
}
