import { parseId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { parseSchoolYear } from '../kernel/school-year.ts'
import type { AmbitionGiven, AmbitionRefusal, HeightSent } from './ambition.ts'
import type { AmbitionNo } from './ambition-may.ts'
import type { Choice } from './choice.ts'
import { parseHeight } from './height.ts'

/** The fields of a form, by name. */
export type SentAmbition = Readonly<Record<string, string | undefined>>

/** What was sent and refused, to be shown again beside what to do. */
export type AmbitionTried = {
  readonly values: SentAmbition
  readonly field: string | null
  readonly says: string
  /** The tick with which somebody says that the number is meant; null: that was not asked. */
  readonly tick: Tick | null
}

/** `value`: the number it is of, so that a tick says nothing of another one that is typed later. */
export type Tick = { readonly value: string; readonly isSet: boolean }

/** The tick to show after this refusal: unset when it asks, and as it was sent when something else is the matter. */
export function tickAfter(sent: SentAmbition, no: AmbitionNo): Tick | null {
  if (no.refused === 'to-asked') return { value: String(no.asks.to), isSet: false }
  const height = heightFrom(sent)
  return 'to' in height && height.isSure ? { value: String(height.to), isSet: true } : null
}

/** How high, by when and why; what is missing or no number is said at its field. */
export function heightFrom(sent: SentAmbition): HeightSent | Refusal<AmbitionRefusal> {
  const to = parseHeight(sent['ambition-to'] ?? '')
  if (typeof to === 'string') return refuse(to === 'missing' ? 'to-missing' : 'to-odd', 'to')
  const by = parseSchoolYear(sent['ambition-by'])
  if (by === null) return refuse('by-odd', 'by')
  const why = (sent['ambition-why'] ?? '').replaceAll('\r\n', '\n').trim()
  return { to, by, why, isSure: sent['ambition-sure'] === String(to) }
}

/** A whole ambition; what it is about has to be one of the choices. */
export function ambitionFrom(
  sent: SentAmbition,
  choices: readonly Choice[],
): (AmbitionGiven & HeightSent) | Refusal<AmbitionRefusal> {
  const choice = choices.find(({ key }) => key === sent['ambition-about'])
  if (!choice) return refuse('about-gone', 'about')
  const height = heightFrom(sent)
  if ('refused' in height) return height
  const named = sent['ambition-team'] ?? ''
  const teamId = parseId<'learning-team'>(named)
  if (named !== '' && teamId === null) return refuse('team-odd', 'team')
  return { ...height, about: choice.about, teamId, talkId: parseId<'data-talk'>(sent['ambition-talk']) }
}
