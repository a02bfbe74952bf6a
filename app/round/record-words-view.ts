import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Counted, How, Voice } from './round.ts'
import { roomText } from './round-room-text.ts'
import type { Ballots } from './round-tally.ts'

/** What a record says of voices that came in another way than by the person's own hand, in words. */

/**
 * 'per telefoon, genoteerd door Petra'; null for a voice that somebody gave in the round. `enteredBy`: the name of who
 * entered it; null for the person's own.
 */
export function howWords(how: How, enteredBy: string | null, language: Language): string | null {
  const text = roomText(language)
  const by = enteredBy ?? text.somebody
  if (how === 'phone') return text.phoneBy(by)
  if (how === 'hand') return text.handBy(by)
  if (how === 'before') return enteredBy === null ? text.before : text.beforeBy(by)
  return null
}

/** 'Wim (per telefoon, genoteerd door Petra)' */
export function withHow(voice: Voice, nameOf: (person: PersonId) => string, language: Language) {
  const how = howWords(voice.how, voice.enteredBy && nameOf(voice.enteredBy), language)
  return how === null ? nameOf(voice.person) : `${nameOf(voice.person)} (${how})`
}

type Counts = Pick<Counted, 'for' | 'concerns' | 'against' | 'blank'>

/** '9 keer consent, 2 keer met een zorg'; '9 voor, 3 tegen, 1 blanco' */
export function countedSentence(counted: Counts, byConsent: boolean, language: Language) {
  const text = roomText(language)
  const concerns = counted.concerns > 0 ? [text.concerns(counted.concerns)] : []
  if (byConsent) return [text.consents(counted.for), ...concerns].join(', ')
  const blank = counted.blank > 0 ? [text.blank(counted.blank)] : []
  return [text.for(counted.for), ...concerns, text.against(counted.against), ...blank].join(', ')
}

/** '9 voor, 3 tegen, 1 blanco' */
export const ballotsSentence = (ballots: Ballots, language: Language) =>
  countedSentence({ ...ballots, concerns: 0 }, false, language)
