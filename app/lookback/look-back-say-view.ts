import { evaluationText } from '../evaluation/evaluation-text.ts'
import { teamLookText } from '../evaluation/team-look-text.ts'
import { yieldText } from '../evaluation/yield-text.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { pollRefusalText } from '../round/poll-text.ts'
import type { RoomNo } from './look-back-no.ts'
import { lookBackRefusalText } from './look-back-refusal-text.ts'
import { lookBackText } from './look-back-text.ts'

type Words = { readonly language: Language; readonly terms: Terms }
type Sentences = Readonly<Record<string, string | ((terms: Terms) => string)>>

/** What could not be written down, and what to do now. */
export function lookSentence(no: RoomNo, { language, terms }: Words): string {
  const text = lookBackText(language)
  const [team, evaluation, yields] = [teamLookText(language), evaluationText(language), yieldText(language)]
  const lists: readonly Sentences[] =
    no.refused === 'may-not'
      ? [text.because, team.because, evaluation.because, yields.because]
      : [
          lookBackRefusalText(language),
          team.refusal,
          yields.refusal,
          evaluation.refusal,
          pollRefusalText(language),
        ]
  const name = no.refused === 'may-not' ? no.because : no.refused
  const said = lists.find((list) => Object.hasOwn(list, name))?.[name]
  return typeof said === 'function' ? said(terms) : (said ?? text.sorry)
}
