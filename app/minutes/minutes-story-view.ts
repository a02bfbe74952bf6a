import { clock, dayOf, longDay, type Moment, weekDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import { shortRule } from '../round/round-rule-text.ts'
import { type ChangedTrack, itemOfChanged } from './changed-track.ts'
import {
  byPresence,
  isWritten,
  type Minutes,
  type MinutesAction,
  type MinutesPresence,
  type WrittenItem,
} from './minutes.ts'
import { decisionParts } from './minutes-decision-view.ts'
import { line, type Part } from './minutes-part-view.ts'
import type { Correction } from './minutes-seal.ts'
import type { PutBefore } from './minutes-state.ts'
import { type MinutesText, minutesText } from './minutes-text.ts'

export type StoryItem = {
  readonly id: string
  readonly title: string
  readonly under: string
  readonly parts: readonly Part[]
  readonly corrections: readonly StoryCorrection[]
}

export type StoryCorrection = {
  readonly title: string
  readonly at: string
  readonly what: string
  readonly why: string
  readonly signed: string
}

/** Minutes as one reads them, in a language. */
export type Story = {
  readonly title: string
  readonly under: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly thereSentence: string
  readonly presence: readonly (readonly [string, string, string])[]
  /** The same, by how they were there: 'in de zaal' with the names. */
  readonly presenceLines: readonly { readonly label: string; readonly text: string }[]
  readonly items: readonly StoryItem[]
  readonly actions: readonly (readonly [string, string, string])[]
  readonly carried: readonly string[]
  /** Of the meeting as a whole. */
  readonly note: readonly Part[]
  /** The version sealed and the line for the participation council. */
  readonly closing: readonly string[]
  readonly corrections: readonly StoryCorrection[]
}

/** @param put as they lay before the team; what changed or was added since is told as such */
export function storyOf(
  minutes: Minutes,
  corrections: readonly Correction[],
  language: Language,
  put: PutBefore | null = null,
): Story {
  const text = minutesText(language)
  const titles = titlesOf(minutes, text)
  const presence = minutes.attendance.map((one) => presenceRow(one, { put, text, language }))
  const told = corrections.map((one) => ({ of: one.item, said: correctionOf(one, titles, text, language) }))
  return {
    title: text.titleOf(minutes.title),
    under: text.of(minutes.school, dayWords(minutes.startsAt, language)),
    facts: factsOf(minutes, text, language),
    thereSentence: thereOf(minutes, text),
    presence,
    presenceLines: presenceLines(presence, text),
    items: minutes.items.map((item) => ({
      id: item.id,
      title: titles.get(item.id) ?? '',
      under: isWritten(item) ? underOf(item, text) : '',
      parts: isWritten(item)
        ? partsOf(item, { minutes, put, text, language })
        : [line(null, text.erased(dayWords(item.erased.at, language), item.erased.why))],
      corrections: told.filter(({ of }) => of === item.id).map(({ said }) => said),
    })),
    actions: minutes.actions.map((action) => [
      action.owner.name,
      isAfter(put, action.addedAt) ? `${action.what} (${text.addedLater})` : action.what,
      action.due ? longDay(action.due, language) : text.noDay,
    ]),
    carried: minutes.items
      .filter(isWritten)
      .flatMap(({ state, title }) => (state === 'carried' ? title : [])),
    note: noteParts(minutes.meeting, minutes.note, text.ownNote, { put, text }),
    closing: closingOf(minutes, text, language),
    corrections: told.map(({ said }) => said),
  }
}

/** 'donderdag 26 november 2026' */
export function dayWords(at: Moment, language: Language) {
  const day = dayOf(new Date(at))
  return `${weekDay(day, language)} ${day.slice(0, 4)}`
}

const titlesOf = ({ items }: Minutes, text: MinutesText): ReadonlyMap<string, string> =>
  new Map(items.map((item) => [item.id, isWritten(item) ? item.title : text.erasedTitle]))

function factsOf(minutes: Minutes, text: MinutesText, language: Language) {
  const day = dayWords(minutes.startsAt, language)
  const from = clock(minutes.openedAt ?? minutes.startsAt, language)
  const when =
    minutes.closedAt === null
      ? text.from(day, from)
      : text.fromTo(day, from, clock(minutes.closedAt, language))
  return [
    { label: text.fact.when, text: when },
    { label: text.fact.where, text: minutes.place },
    { label: text.fact.chair, text: minutes.chair.name },
    { label: text.fact.minuteTaker, text: minutes.minuteTaker.name },
  ].filter((fact) => fact.text !== '')
}

function thereOf({ attendance }: Minutes, text: MinutesText) {
  const voters = attendance.filter(({ hasVoice }) => hasVoice)
  return text.counts(byPresence(voters).there.length, voters.length)
}

function presenceRow(
  { person, how, arrivedAt, leftAt, hasVoice, notedAt }: MinutesPresence,
  { put, text, language }: Omit<Telling, 'minutes'>,
): readonly [string, string, string] {
  const beside = [
    arrivedAt && text.came(clock(arrivedAt, language)),
    leftAt && text.left(clock(leftAt, language)),
    !hasVoice && text.noVoice,
    isAfter(put, notedAt) && text.notedLater,
  ].filter(Boolean)
  return [person.name, text.how[how], beside.join(', ')]
}

const isAfter = (put: PutBefore | null, at: Moment | null) => put !== null && at !== null && at > put.at

function presenceLines(rows: Story['presence'], text: MinutesText): Story['presenceLines'] {
  return Object.values(text.how).flatMap((label) => {
    const names = rows
      .filter(([, how]) => how === label)
      .map(([name, , beside]) => (beside ? `${name} (${beside})` : name))
    return names.length === 0 ? [] : [{ label: capital(label), text: names.join(', ') }]
  })
}

function underOf({ purpose, planned, spent, state, isCarried }: WrittenItem, text: MinutesText) {
  const wasThere = state === 'done' || state === 'current' || spent > 0
  return [
    text.purpose[purpose],
    wasThere ? text.spent(spent, planned) : '',
    text.itemState[state],
    isCarried ? text.cameBack : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

const rich = (label: string | null, text: string): Part[] =>
  text.trim() === '' ? [] : [{ is: 'rich', label, text }]

type Telling = {
  readonly minutes: Minutes
  readonly put: PutBefore | null
  readonly text: MinutesText
  readonly language: Language
}

function partsOf(item: WrittenItem, telling: Telling): Part[] {
  const { minutes, text, language } = telling
  const { decision } = item
  return [
    ...rich(text.about, decision === null ? item.text : ''),
    ...saidParts(item, text),
    ...item.found.flatMap(({ label, text: words }) => rich(label, words)),
    ...changedParts(minutes, item, text, language),
    ...pollParts(item, text),
    ...(decision ? ruleParts(decision, text, language) : []),
    ...(decision ? decisionParts(decision, dayOf(new Date(minutes.startsAt)), text, language) : []),
    ...noteParts(item.id, item.note, text.note, telling),
    ...actionParts(
      minutes.actions.filter((action) => action.item === item.id),
      text,
      language,
    ),
  ]
}

/** A note; of one that was completed after it lay before the team, what changed since. */
function noteParts(
  owner: string,
  note: string,
  label: string,
  { put, text }: Pick<Telling, 'put' | 'text'>,
): Part[] {
  const before = put?.notes.get(owner) ?? ''
  if (put === null || before === note) return rich(label, note)
  return [{ is: 'change', label: text.later(label), before, after: note }]
}

function saidParts({ said }: WrittenItem, text: MinutesText): Part[] {
  return (['input', 'question', 'reaction'] as const).flatMap((kind): Part[] => {
    const points = said.filter((one) => one.kind === kind).map((one) => one.text)
    return points.length === 0 ? [] : [{ is: 'points', label: text.said[kind], points }]
  })
}

/** What changed in a track that was talked through, with whose yes. */
function changedParts(
  { changed }: Minutes,
  { id }: WrittenItem,
  text: MinutesText,
  language: Language,
): Part[] {
  return changed
    .filter((one) => itemOfChanged(one.id) === id)
    .flatMap((one) =>
      one.erased === null
        ? one.texts.map((each) => changePart(one, each, text))
        : [line(null, text.erased(dayWords(one.erased.at, language), one.erased.why))],
    )
}

const changePart = (
  { title }: ChangedTrack,
  { label, before, after, by }: ChangedTrack['texts'][number],
  text: MinutesText,
): Part => ({ is: 'change', label: text.changedTrack(title, label, by?.name), before, after })

const pollParts = ({ polls }: WrittenItem, text: MinutesText): Part[] =>
  polls.map(({ question, answered, options }) => ({
    is: 'points',
    label: `${question} (${text.pollAnswered(answered)})`,
    points: options?.map(({ label, count }) => `${label}: ${text.votes(count)}`) ?? [text.notOpened],
  }))

function ruleParts(
  { rule, quorum, voters, unnamed }: NonNullable<WrittenItem['decision']>,
  text: MinutesText,
  language: Language,
): Part[] {
  const rules = shortRule(rule, quorum, voters, language)
  return [line(text.rule, unnamed ? `${rules} ${text.unnamed}` : rules)]
}

function actionParts(actions: readonly MinutesAction[], text: MinutesText, language: Language): Part[] {
  if (actions.length === 0) return []
  const points = actions.map(({ owner, what, due }) =>
    due ? `${owner.name}: ${what}, ${text.forDay(longDay(due, language))}` : `${owner.name}: ${what}`,
  )
  return [{ is: 'points', label: text.actions, points }]
}

function closingOf({ version, mrInformedOn }: Minutes, text: MinutesText, language: Language) {
  return [
    ...(version ? [text.versionOf(version.number), text.fingerprintOf(version.sha256)] : []),
    ...(mrInformedOn ? [text.mrOn(longDay(mrInformedOn, language))] : []),
  ]
}

function correctionOf(
  { number, item, what, why, at, name }: Correction,
  titles: ReadonlyMap<string, string>,
  text: MinutesText,
  language: Language,
): StoryCorrection {
  return {
    title: text.correctionOf(number),
    at: item === null ? text.ofWhole : text.ofItem(titles.get(item) ?? ''),
    what,
    why: text.correctionBecause(why),
    signed: text.signedBy(name, dayWords(at, language)),
  }
}
