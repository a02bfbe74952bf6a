import type { AmendmentNo } from '../adoption/adoption-no.ts'
import { amendmentSentence } from '../adoption/amendment-desk.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { DecideNo } from './decide.ts'
import { decideText } from './decide-text.ts'

/** The sentence for every way in which deciding in the room says no: what happened and what to do now. */
export function decideSentence(
  no: DecideNo,
  wording: { readonly language: Language; readonly terms: Terms },
): string {
  const text = decideText(wording.language)
  const own: Partial<Record<string, string>> = text.refusal
  const rights: Partial<Record<string, string>> = text.because
  if (no.refused === 'may-not' && rights[no.because]) return rights[no.because] ?? text.sorry
  return own[no.refused] ?? amendmentSentence(no as AmendmentNo, wording) ?? text.sorry
}
