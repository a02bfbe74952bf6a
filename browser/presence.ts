import type { HocuspocusProvider } from '@hocuspocus/provider'
import { announce } from './announce.ts'

const INKS = ['inkt-1', 'inkt-2', 'inkt-3', 'inkt-4', 'inkt-5', 'inkt-6'] as const

/** One of six colours, always with a name. */
export type Writer = { readonly id: string; readonly name: string; readonly ink: (typeof INKS)[number] }

type State = { readonly user?: Readonly<Record<string, unknown>>; readonly here?: boolean }

/** A person as the others see: whatever a connection says of somebody, it is a name and one of six colours. */
export function writerOf(user: Readonly<Record<string, unknown>>): Writer {
  const tone = Number(user['tone'])
  return {
    id: String(user['id'] ?? ''),
    name: String(user['name'] ?? '').slice(0, 80),
    ink: INKS[Math.floor(tone) - 1] ?? INKS[0],
  }
}

/** Who else has the caret in this text now, each once. */
function othersIn({ awareness }: HocuspocusProvider, self: string): Writer[] {
  const others = new Map<string, Writer>()
  for (const [client, state] of awareness?.getStates() ?? []) {
    const { user, here } = state as State
    if (!here || !user || client === awareness?.clientID) continue
    const writer = writerOf(user)
    if (writer.id !== self && writer.name) others.set(writer.id, writer)
  }
  return [...others.values()]
}

type Line = { readonly line: HTMLElement; readonly words: DOMStringMap }

/** Keeps the line under a field true, and answers how to look again: after a move of one's own. */
export function followOthers(provider: HocuspocusProvider, self: string, at: Line, isHere: () => boolean) {
  const show = () => showOthers(at, othersIn(provider, self), isHere())
  provider.awareness?.on('change', show)
  return show
}

/** The sentence under a field: 'Lotte schrijft hier nu ook.', in words and with a sign in the colour of each. */
function showOthers({ line, words }: Line, others: readonly Writer[], isHere: boolean) {
  const key = others.map(({ id }) => id).join(' ')
  if (line.dataset['who'] === key) return
  const before = (line.dataset['who'] ?? '').split(' ')
  line.dataset['who'] = key
  line.hidden = others.length === 0
  // hidden words would still describe the field
  if (others.length === 0) return line.replaceChildren()
  const said = sentence(others, words)
  line.replaceChildren(...others.map(signOf), said)
  if (isHere && others.some(({ id }) => !before.includes(id))) announce(said)
}

function sentence(others: readonly Writer[], words: DOMStringMap) {
  const names = others.map(({ name }) => name)
  if (names.length < 2) return (words['one'] ?? '').replace('{name}', () => names[0] ?? '')
  const all = `${names.slice(0, -1).join(', ')} ${words['and'] ?? ''} ${names.at(-1)}`
  return (words['many'] ?? '').replace('{names}', () => all)
}

function signOf({ ink }: Writer) {
  const sign = document.createElement('span')
  sign.className = ink
  sign.setAttribute('aria-hidden', 'true')
  return sign
}

/** The caret of somebody else, with the name: a name of its own in the text would be read as part of it. */
export function caretOf(user: Readonly<Record<string, unknown>>): HTMLElement {
  const { name, ink } = writerOf(user)
  const caret = document.createElement('span')
  caret.className = `meeschrijver ${ink}`
  caret.dataset['name'] = name
  return caret
}
