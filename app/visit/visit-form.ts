import type { Moment } from '../kernel/day.ts'
import type { OfferId } from '../kernel/id.ts'
import { type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { LONGEST_WORDS, oneLine, parseSlot, type Slot } from './offer.ts'
import { LONGEST_QUESTION, type VisitNo, type VisitRefusal } from './visit.ts'

/** A form as it comes in: names with their texts. */
export type VisitForm = Readonly<Record<string, string | undefined>>

/** A moment that a colleague offers, or own time. */
export type GivenMoment = { readonly offer: OfferId } | { readonly slot: Slot }

/** 'own' with day and length, else the id of an offer. */
export function parseMoment(form: VisitForm, now: Moment): GivenMoment | VisitNo {
  if (form['moment'] === 'own') {
    const slot = parseSlot(form, now)
    return isRefusal(slot) ? slot : { slot: slot }
  }
  const offer = parseId<'offer'>(form['moment'])
  return offer === null ? refuse('moment-missing', 'moment') : { offer }
}

export type GivenAsk = {
  readonly visitor: PersonId
  readonly host: PersonId
  readonly chosen: GivenMoment
  readonly question: string
}

/** A question to come and look, or as host an invitation to do so. */
export function parseAsk(form: VisitForm, me: PersonId, now: Moment): GivenAsk | VisitNo {
  const other = parseId<'person'>(form['who'])
  if (other === null) return refuse('host-unknown', 'who')
  if (other === me) return refuse('host-is-you', 'who')
  const chosen = parseMoment(form, now)
  if (isRefusal(chosen)) return chosen
  const question = oneLine(form['question'] ?? '')
  if (question.length > LONGEST_QUESTION) return refuse('question-too-long', 'question')
  const two = form['as'] === 'host' ? { visitor: other, host: me } : { visitor: me, host: other }
  return { ...two, chosen: chosen, question }
}

/** A line that may go along with a no, or with calling it off. */
export function parseWords(form: VisitForm): string | Refusal<VisitRefusal> {
  const words = oneLine(form['words'] ?? '')
  return words.length > LONGEST_WORDS ? refuse('words-too-long', 'words') : words
}
