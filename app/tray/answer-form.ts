import { type Moment } from '../kernel/day.ts'
import { type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { lineOf } from '../school/line.ts'
import { LONGEST_STEP } from '../step/step.ts'
import { type OfferRefusal, parseSlot, type Slot } from '../visit/offer.ts'
import type { StepPlace, TeamAgreement } from './agreement.ts'
import { type AnswerKind, type AnswerRefusal, type GivenAnswer, isAnswerKind, parseWords } from './answer.ts'

/** The fields of the form of an answer, by name. */
export type AnswerFields = Readonly<Record<string, string | undefined>>

/** What the form could choose from, and which sentences stood ready in it. */
export type AnswerChoices = {
  /** Everybody who can be proposed; the first one stood chosen. */
  readonly colleagues: readonly { readonly id: PersonId; readonly name: string }[]
  readonly places: readonly StepPlace[]
  readonly planId: NonNullable<GivenAnswer['step']>['planId'] | null
  readonly agreements: readonly TeamAgreement[]
  /** Turns of the own office hours that are free. */
  readonly turns: readonly Slot[]
  /** The sentence that stood ready, and its name; of 'ask' with the name of a colleague in it. */
  readonly ready: (kind: AnswerKind, colleague: string, isOwnTrack: boolean) => Ready
}
export type Ready = { readonly words: string; readonly variant: string }

/** An answer from a form; of 'come' also the moment at which. */
export type ParsedAnswer = {
  readonly given: Omit<GivenAnswer, 'appointment'>
  readonly slot: Slot | null
}
export type AnswerFormNo = Refusal<AnswerRefusal | OfferRefusal>

export function parseAnswer(
  form: AnswerFields,
  choices: AnswerChoices,
  now: Moment,
): ParsedAnswer | AnswerFormNo {
  const kind = form['kind']
  if (!isAnswerKind(kind)) return refuse('kind-missing', 'kind')
  const parts = partsOf(kind, form, choices, now)
  if (isRefusal(parts)) return parts
  const words = sentenceOf(kind, form, choices, parts)
  if (isRefusal(words)) return words
  const { slot, ...rest } = parts
  const given = { kind, ...words, agreement: agreementIn(form, choices), ...rest }
  return { given, slot }
}

type Parts = Pick<ParsedAnswer['given'], 'colleague' | 'step'> & { readonly slot: Slot | null }
const NONE: Parts = { colleague: null, step: null, slot: null }

function partsOf(
  kind: AnswerKind,
  form: AnswerFields,
  choices: AnswerChoices,
  now: Moment,
): Parts | AnswerFormNo {
  if (kind === 'ask') {
    const colleague = colleagueIn(form, choices)
    return isRefusal(colleague) ? colleague : { ...NONE, colleague }
  }
  if (kind === 'track') {
    const step = stepIn(form, choices)
    return isRefusal(step) ? step : { ...NONE, step }
  }
  if (kind === 'yours') return NONE
  const slot = slotIn(form, choices, now)
  return isRefusal(slot) ? slot : { ...NONE, slot }
}

function colleagueIn(form: AnswerFields, { colleagues }: AnswerChoices): PersonId | AnswerFormNo {
  const typed = form['colleague'] ?? ''
  if (typed === '') return refuse('colleague-missing', 'colleague')
  return colleagues.find(({ id }) => id === typed)?.id ?? refuse('colleague-unknown', 'colleague')
}

function stepIn(
  form: AnswerFields,
  { places, planId }: AnswerChoices,
): NonNullable<Parts['step']> | AnswerFormNo {
  const id = parseId<'entry'>(form['place'])
  const place = places.find(({ entry }) => entry.id === id)
  if (!place || planId === null) return refuse('track-missing', 'place')
  const what = lineOf(form['step'])
  if (what === '') return refuse('step-missing', 'step')
  return what.length > LONGEST_STEP ? refuse('step-long', 'step') : { planId, entryId: place.entry.id, what }
}

/** A turn of the own office hours, or a moment of one's own. */
function slotIn(form: AnswerFields, { turns }: AnswerChoices, now: Moment): Slot | AnswerFormNo {
  const typed = form['moment'] ?? ''
  if (typed === 'own') return parseSlot(form, now)
  const turn = turns.find(({ startsAt }) => startsAt === typed)
  return turn ? { startsAt: turn.startsAt, endsAt: turn.endsAt } : refuse('moment-missing', 'moment')
}

/**
 * The sentence: as typed, or the one that stood ready, then with the name of the colleague who was chosen after all. A
 * sentence of one's own that names another one than was chosen is asked about.
 */
function sentenceOf(
  kind: AnswerKind,
  form: AnswerFields,
  choices: AnswerChoices,
  { colleague, step }: Parts,
): Ready | AnswerFormNo {
  const typed = parseWords(form[`words-${kind}`])
  if (isRefusal(typed)) return refuse(typed.refused, `words-${kind}`)
  const isOwn = choices.places.find(({ entry }) => entry.id === step?.entryId)?.isOwn ?? true
  const first = choices.colleagues[0]
  const chosen = choices.colleagues.find(({ id }) => id === colleague)
  const wasReady = choices.ready(kind, first?.name ?? '', choices.places[0]?.isOwn ?? true)
  if (typed === wasReady.words) return choices.ready(kind, chosen?.name ?? '', isOwn)
  const variant = sharesBeginning(typed, wasReady.words) ? wasReady.variant : ''
  if (chosen && first && chosen.id !== first.id && names(typed, first.name) && !names(typed, chosen.name))
    return refuse('colleague-named', `words-${kind}`)
  return { words: typed, variant }
}

const names = (sentence: string, name: string) =>
  name !== '' && sentence.split(/[^\p{L}\p{M}]+/u).includes(name)

/** Edited, but still the sentence that stood ready: the next one should be another. */
const sharesBeginning = (typed: string, ready: string) =>
  ready !== '' && typed.slice(0, ready.length / 2) === ready.slice(0, ready.length / 2)

function agreementIn(form: AnswerFields, { agreements }: AnswerChoices): GivenAnswer['agreement'] {
  if (form['agree'] !== 'yes') return null
  const found = agreements.find(({ key }) => key === form['agreement'])
  return found ? { words: found.words, href: found.href } : null
}
