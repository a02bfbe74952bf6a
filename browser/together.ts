import { TogetherField } from './together-field.ts'
import type { WritingField } from './writing-field.ts'

const met = new WeakSet<WritingField>()
let queue: Promise<void> = Promise.resolve()

/** Brings the editor to a field: at once to the one in which somebody is, and then to the others one by one. */
export function open(field: WritingField) {
  if (field.contains(document.activeElement)) return begin(field)
  field.addEventListener('focusin', () => begin(field), { once: true, signal: field.leave.signal })
  queue = inTurn(queue, field)
}

async function inTurn(before: Promise<void>, field: WritingField) {
  await before
  await pause()
  if (isInSight(field)) return begin(field)
  field.goOnAlone()
  const { signal } = field.leave
  field.closest('details')?.addEventListener('toggle', () => begin(field), { once: true, signal })
}

const pause = () => new Promise<void>((next) => setTimeout(next, 20))

/** What lies in a fold that is closed gets its editor when the fold opens. */
const isInSight = (field: WritingField) => field.isConnected && field.checkVisibility()

function begin(field: WritingField) {
  if (met.has(field)) return
  met.add(field)
  void new TogetherField(field).start()
}
