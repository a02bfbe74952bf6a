/** Who somebody is to colleagues in the same text: a name and one of six colours, said by the server alone. */
export type Present = { readonly id: string; readonly name: string; readonly tone: number }

export const TONES = 6
// The editor's library asks for a colour of its own; ours are chosen by tone.
const NEUTRAL = '#767d85'

/** The first colour that nobody else in the text has; with more than six people they are shared. */
export function freeTone(taken: readonly number[]): number {
  for (let tone = 1; tone <= TONES; tone++) if (!taken.includes(tone)) return tone
  return (taken.length % TONES) + 1
}

/** What others hear of somebody: who it is as the server knows, whether they are typing there, and where. */
export const presenceOf = ({ id, name, tone }: Present, said: unknown) => ({
  user: { id, name, tone, color: NEUTRAL },
  here: fieldOf(said, 'here') === true,
  cursor: cursorOf(fieldOf(said, 'cursor')),
})

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

function cursorOf(value: unknown) {
  const anchor = pointOf(fieldOf(value, 'anchor'))
  const head = pointOf(fieldOf(value, 'head'))
  return anchor && head ? { anchor, head } : null
}

/** A place in the document as Yjs writes it; null for anything else, which would break the editors of others. */
function pointOf(value: unknown) {
  const type = idOf(fieldOf(value, 'type'))
  const item = idOf(fieldOf(value, 'item'))
  const tname = fieldOf(value, 'tname') === 'text' ? 'text' : null
  const assoc = fieldOf(value, 'assoc')
  if (!type && !item && !tname) return null
  return { type, tname, item, assoc: assoc === -1 || assoc === 1 ? assoc : 0 }
}

function idOf(value: unknown) {
  const client = fieldOf(value, 'client')
  const clock = fieldOf(value, 'clock')
  return isCount(client) && isCount(clock) ? { client, clock } : null
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
