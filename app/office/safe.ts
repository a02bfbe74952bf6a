import type { Id, PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { oneLine } from '../visit/offer.ts'

export type SafeId = Id<'safe-person'>

/**
 * To whom one goes when a child or a colleague is not safe: who keeps the reporting code for child abuse
 * (aandachtsfunctionaris), and with whom one talks in confidence (vertrouwenspersoon), inside and outside the school.
 */
export const SAFE_KINDS = ['child', 'confidant', 'confidant-outside'] as const
export type SafeKind = (typeof SAFE_KINDS)[number]

export type SafePerson = {
  readonly id: SafeId
  readonly kind: SafeKind
  /** Somebody of the school; null: a name from outside. */
  readonly person: PersonId | null
  /** As everybody reads it; of somebody of the school the name that they have now. */
  readonly name: string
  /** '' when none was given. */
  readonly phone: string
}
export type GivenSafe = Omit<SafePerson, 'id'>

export type SafeRefusal =
  | 'kind-unknown'
  | 'name-missing'
  | 'name-long'
  | 'phone-unknown'
  | 'safe-many'
  | 'safe-gone'

/** In characters. */
export const LONGEST_NAME = 80
export const LONGEST_PHONE = 30
/** For all kinds together. */
export const MOST_SAFE = 12

const PHONE = /^\+?[0-9][0-9 ()./-]{2,28}$/

type Form = Readonly<Record<string, string | undefined>>

/** Somebody of the school or a name, from a form; `people`: who works at the school now, with their names. */
export function parseSafe(
  form: Form,
  people: ReadonlyMap<string, PersonId>,
): (Omit<GivenSafe, 'name'> & { readonly name: string }) | Refusal<SafeRefusal> {
  const kind = SAFE_KINDS.find((one) => one === form['kind'])
  if (kind === undefined) return refuse('kind-unknown', 'kind')
  const person = people.get(form['person'] ?? '') ?? null
  const name = person === null ? oneLine(form['name'] ?? '') : ''
  if (person === null && name === '') return refuse('name-missing', 'name')
  if (name.length > LONGEST_NAME) return refuse('name-long', 'name')
  const phone = oneLine(form['phone'] ?? '')
  if (phone !== '' && (phone.length > LONGEST_PHONE || !PHONE.test(phone)))
    return refuse('phone-unknown', 'phone')
  return { kind, person, name, phone }
}

/** What a telephone is to call: digits and a plus alone. */
export const callable = (phone: string) => phone.replace(/[^0-9+]/g, '')
