import type { AtSeat } from '../meeting/seat-desk.ts'
import type { PhoneSight } from './phone-sight-desk.ts'

/** What every piece of the phone is drawn from. */
export type PhoneProps = {
  at: AtSeat
  sight: PhoneSight
  href: string
  /** a form that could not be taken */
  typed: Typed | null
  /** the state in one sentence; read aloud when it changes */
  says: string
}

/** A form that could not be taken: which act, why in a sentence, beside which field, and all that was typed. */
export type Typed = {
  readonly act: string
  readonly reason: string
  readonly field: string | null
  readonly fields: Readonly<Record<string, string | undefined>>
  readonly decision: string | null
}

/** The longest text that was typed, to show when its form is no longer there. */
export function typedWords({ fields }: Typed): string | null {
  const texts = ['objection', 'concern', 'reason', 'text'].map((name) => fields[name]?.trim() ?? '')
  return texts.find((text) => text !== '') ?? null
}

/** The form that was refused is still on the page, and says beside its field what to do. */
export function saysBeside(typed: Typed, { turn, mine, phone, late }: SeenThen): boolean {
  if (typed.field === null) return false
  const { act, decision, fields } = typed
  if (act === 'late') return late.some(({ id }) => id === decision)
  if (turn === null || phone.is !== 'item') return false
  if (act === 'speak') return turn.is === 'voice' && mine?.id === decision
  if (act === 'ballot') return turn.is === 'ballot' && mine?.id === decision
  const asksWords = ['ask', 'react', 'bring', 'my-objection'].includes(turn.is)
  return act === 'say' ? asksWords && fields['item'] === phone.item.id : act === 'poll'
}

type SeenThen = Pick<PhoneSight, 'turn' | 'mine' | 'phone' | 'late'>
