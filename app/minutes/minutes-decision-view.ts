import { clock, type Day, dayOf, longDay, type Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import {
  type Counts,
  type MinutesDecision,
  type MinutesRound,
  type MinutesVoice,
  textBefore,
} from './minutes-decision.ts'
import { line, type Part } from './minutes-part-view.ts'
import type { MinutesText } from './minutes-text.ts'

type Told = {
  readonly decision: MinutesDecision
  readonly round: MinutesRound
  /** The day of the meeting. */
  readonly on: Day
  readonly text: MinutesText
  readonly language: Language
}

/** A decision in words: each round with its text, who said what, and what came of it. */
export function decisionParts(
  decision: MinutesDecision,
  on: Day,
  text: MinutesText,
  language: Language,
): Part[] {
  return [
    ...decision.rounds.flatMap((round) => roundParts({ decision, round, on, text, language })),
    { is: 'outcome', label: text.decided, text: outcomeWords(decision, text, language) },
  ]
}

export function outcomeWords(
  { outcome, rule, until }: MinutesDecision,
  text: MinutesText,
  language: Language,
): string {
  if (outcome !== 'stands') return text.outcome[outcome]
  const stands = text.outcome[rule.kind]
  return until === null
    ? stands
    : `${stands} ${text.outcome.until(longDay(dayOf(new Date(until)), language))}`
}

function roundParts(told: Told): Part[] {
  const { round, text } = told
  return [
    ...textParts(told),
    line(text.roundAt(round.number, timeWords(round.closedAt, told)), tallyWords(told)),
    ...voiceParts(told),
    ...lateParts(told),
    ...(round.settled ? [line(text.way[round.settled.way], round.settled.note)] : []),
  ]
}

/** What was put forward: the first time whole, later with what changed and why. */
function textParts({ decision, round, text }: Told): Part[] {
  if (decision.about === 'plan') {
    const why = round.changeNote ? [line(text.changeNote, round.changeNote)] : []
    return [line(text.putIn(round.number), text.wholePlan(decision.title)), ...why]
  }
  const before = textBefore(decision, round)
  if (before === null) {
    const label = decision.rounds.length > 1 ? text.putIn(round.number) : text.put
    return [{ is: 'rich', label, text: round.text }]
  }
  const changed: Part =
    before === round.text
      ? { is: 'rich', label: text.putIn(round.number), text: round.text }
      : { is: 'change', label: text.changedIn(round.number), before, after: round.text }
  return round.changeNote ? [changed, line(text.changeNote, round.changeNote)] : [changed]
}

/** '12 keer consent, 1 keer een zorg, 1 keer bezwaar.' */
function tallyWords(told: Told): string {
  const { round, text } = told
  const { counts, answered, counted } = round
  if (counts === null) return text.notOpened
  if (answered === 0) return text.nobody
  const words = said(counts, told).map(([count, what]) => `${text.votes(count)} ${what}`)
  const by = counted ? [handWords(counted, told)] : []
  return [`${words.join(', ')}.`, ...by].join(' ')
}

/** Of what was said how often; what nobody said is left out. */
function said(counts: Counts, { decision, text }: Told) {
  const named = text.tally[decision.rule.kind]
  const all = [
    [counts.for, named.for],
    [counts.concerns, named.concerns],
    [counts.against, named.against],
    [counts.blank, text.tally.blank],
  ] as const
  return all.filter(([count]) => count > 0)
}

/** 'Daarvan 2 handen consent, geteld door Anouk.' */
function handWords(counted: NonNullable<MinutesRound['counted']>, told: Told) {
  const { hands, by } = told.text.counted
  const words = said(counted, told).map(([count, what]) => `${hands[counted.method](count)} ${what}`)
  return by(words, counted.by.name)
}

function voiceParts(told: Told): Part[] {
  const { decision, round, text } = told
  if (round.voices === null) return []
  const plain = round.voices.filter(({ kind }) => kind === 'consent')
  const spoken = round.voices.filter(({ kind }) => kind !== 'consent')
  const silent = round.silent ?? []
  return [
    ...(plain.length > 0
      ? [line(text.named[decision.rule.kind], plain.map((voice) => plainWords(voice, text)).join(', '))]
      : []),
    ...spoken.map((voice) => spokenPart(voice, told)),
    ...(silent.length > 0 ? [line(text.silent, silent.map(({ name }) => name).join(', '))] : []),
  ]
}

function plainWords(voice: MinutesVoice, text: MinutesText) {
  const how = howWords(voice, text)
  return how === '' ? voice.person.name : `${voice.person.name} (${how})`
}

function howWords({ how, enteredBy }: MinutesVoice, text: MinutesText): string {
  if (how === 'self') return ''
  return how === 'before' ? text.voice.before : text.voice[how](enteredBy?.name ?? '')
}

function spokenPart(voice: MinutesVoice, told: Told): Part {
  const { decision, text } = told
  const { person, kind, words, withdrawnAt } = voice
  const isOutvoted = kind === 'objection' && decision.rule.kind === 'majority'
  const label =
    kind === 'concern'
      ? text.concernOf(person.name)
      : isOutvoted
        ? text.againstOf(person.name)
        : text.objectionOf(person.name)
  const how = howWords(voice, text)
  const said = [
    words ? `“${words}”` : text.noWords,
    how === '' ? '' : `(${how})`,
    withdrawnAt ? text.takenBack(person.name, timeWords(withdrawnAt, told)) : '',
  ]
  return line(label, said.filter((one) => one !== '').join(' '))
}

function lateParts(told: Told): Part[] {
  const { round, text } = told
  return round.late.map(({ person, reason, at, withdrawnAt }) => {
    const back = withdrawnAt ? ` ${text.takenBack(person.name, timeWords(withdrawnAt, told))}` : ''
    return line(text.lateOf(person.name, timeWords(at, told)), `“${reason}”${back}`)
  })
}

/** 'om 15.42 uur', and of what was not that day 'op 27 november 2026, 9.10 uur'. */
function timeWords(at: Moment, { on, text, language }: Told) {
  const day = dayOf(new Date(at))
  const time = clock(at, language)
  return day === on ? text.atTime(time) : text.onDay(longDay(day, language), time)
}
