import { aimWords } from '../form/aim-text.ts'
import { longDay } from '../kernel/day.ts'
import type { PersonId, VisionLineId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { plainOf } from '../kernel/rich.ts'
import { aimText } from '../plan/aim-text.ts'
import { isGoal } from '../plan/entry.ts'
import { effortOf, entryText, type FieldLabels, fieldLabels } from '../plan/entry-text.ts'
import { firstLine, type Lookup, trackName } from '../plan/plan-sheet.ts'
import { type EntryState, entryFrom, type FrameState, type PlanState } from '../plan/plan-state.ts'
import type { EntryFacets, Place } from './compare.ts'
import { type CompareWords, compareText } from './compare-text.ts'

/** With what two states are told: both of them, and who and what they name. */
export type Naming = {
  readonly before: PlanState
  readonly after: PlanState
  readonly lookup: Lookup
  readonly language: Language
  readonly terms: Terms
}

/** The name of an entry in a heading: the title of a goal, or whose track it is. */
export function nameOfState(entry: EntryState, { lookup, language }: Naming): string {
  const text = compareText(language)
  if (isGoal(entry)) return firstLine(plainOf(entry.texts.title ?? '')) || text.untitled
  const name = trackName(entryFrom(entry), lookup)
  return name || (entry.learningTeamId ? text.team : text.noName)
}

export function labelsFor(entry: EntryState, { lookup, language, terms }: Naming): FieldLabels {
  const person = entry.personId ? lookup.people.get(entry.personId) : undefined
  return fieldLabels(language, terms, effortOf(person?.roles ?? []))
}

/** Everything beside the texts that is another now, one sentence each. */
export function sayFacets(
  before: EntryState,
  { values }: EntryFacets,
  place: Place | null,
  naming: Naming,
): string[] {
  const text = compareText(naming.language)
  const after = { ...before, ...values }
  return [
    ...(place ? [sayPlace(after, place, naming)] : []),
    ...(values.personId ? [text.ownerIs(person(values.personId, naming))] : []),
    ...('parentId' in values ? sayParent(before, after, naming) : []),
    ...(values.visionLineIds ? sayLines(before, after, naming) : []),
    ...(values.people ? sayPeople(before, after, naming) : []),
    ...(values.moments ? sayMoments(before, after, naming) : []),
    ...sayTurns(before, after, values, naming),
    ...('agreed' in values && !isGoal(after) ? [after.agreed ? text.agreed : text.withdrawn] : []),
  ]
}

function sayPlace(entry: EntryState, { behind }: Place, naming: Naming) {
  const text = compareText(naming.language)
  const other = naming.after.entries.find(({ id }) => id === behind)
  return other?.kind === entry.kind
    ? text.movedBehind(text.quoted(nameOfState(other, naming)))
    : text.movedFirst
}

function sayParent(before: EntryState, after: EntryState, naming: Naming): string[] {
  const text = compareText(naming.language)
  const goal = (id: string) => {
    const found = [...naming.after.entries, ...naming.before.entries].find((entry) => entry.id === id)
    return found ? text.quoted(nameOfState(found, naming)) : text.goneGoal
  }
  return [
    ...(before.parentId ? [text.hangsNoMore(goal(before.parentId))] : []),
    ...(after.parentId ? [text.hangsOn(goal(after.parentId))] : []),
  ]
}

function sayLines(before: EntryState, after: EntryState, naming: Naming): string[] {
  const text = compareText(naming.language)
  const line = (id: VisionLineId) => {
    const known = [naming.after, naming.before]
      .flatMap(({ frame }) => frame.visionLines)
      .find((one) => one.id === id)
    const words = known?.text ?? naming.lookup.lines.get(id)?.text
    return words ? text.quoted(firstLine(words)) : text.goneLine
  }
  return [
    ...after.visionLineIds
      .filter((id) => !before.visionLineIds.includes(id))
      .map((id) => text.lineOn(line(id))),
    ...before.visionLineIds
      .filter((id) => !after.visionLineIds.includes(id))
      .map((id) => text.lineOff(line(id))),
  ]
}

const person = (id: PersonId, { lookup, language }: Naming) =>
  lookup.people.get(id)?.name ?? compareText(language).person

/** Somebody named with an entry: 'ondersteuning van Petra'. */
export const sayPerson = ({ personId, part }: EntryState['people'][number], naming: Naming) =>
  compareText(naming.language).part[part](person(personId, naming))

function sayPeople(before: EntryState, after: EntryState, naming: Naming): string[] {
  const text = compareText(naming.language)
  const isIn = (list: EntryState['people'], one: EntryState['people'][number]) =>
    list.some(({ personId, part }) => personId === one.personId && part === one.part)
  const say = (one: EntryState['people'][number]) => sayPerson(one, naming)
  return [
    ...after.people.filter((one) => !isIn(before.people, one)).map((one) => text.personOn(say(one))),
    ...before.people.filter((one) => !isIn(after.people, one)).map((one) => text.personOff(say(one))),
  ]
}

function sayMoments(before: EntryState, after: EntryState, { language }: Naming): string[] {
  const text = compareText(language)
  const occasions = entryText(language).occasion
  type Moment = EntryState['moments'][number]
  const isIn = (list: readonly Moment[], one: Moment) =>
    list.some(({ onDay, occasion }) => onDay === one.onDay && occasion === one.occasion)
  return [
    ...after.moments
      .filter((one) => !isIn(before.moments, one))
      .map((one) => text.dayOn(longDay(one.onDay, language), occasions[one.occasion])),
    ...before.moments
      .filter((one) => !isIn(after.moments, one))
      .map((one) => text.dayOff(longDay(one.onDay, language), occasions[one.occasion])),
  ]
}

/** What was chosen otherwise: 'Hoe uitgebreid: eerst licht traject, nu volledig traject.' */
function sayTurns(
  before: EntryState,
  after: EntryState,
  values: EntryFacets['values'],
  { language }: Naming,
): string[] {
  const text = compareText(language)
  const of = entryText(language)
  const turns: [keyof EntryFacets['values'], string, (entry: EntryState) => string][] = [
    ['weight', text.weight, ({ weight }) => of.weight[weight]],
    [
      'shareChoice',
      text.share,
      ({ shareChoice }) => (shareChoice ? text.quoted(of.share[shareChoice]) : text.nothingChosen),
    ],
    ['coordinatorHours', text.hours, ({ coordinatorHours }) => hoursOf(coordinatorHours, text)],
    ['ownDomains', text.domains, ({ ownDomains }) => domainsOf(ownDomains, of.domain, text)],
    ['ownAim', text.aim, ({ ownAim }) => (ownAim ? of.aim[ownAim] : text.asProposed)],
  ]
  return (
    turns
      // Of a goal is not said how much of it, nor whether its yield is shared.
      .filter(([name]) => name in values && !(isGoal(after) && (name === 'weight' || name === 'shareChoice')))
      .map(([, label, say]) => text.turned(label, lower(say(before)), lower(say(after))))
  )
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
const hoursOf = (hours: number | null, text: CompareWords) =>
  hours === null ? text.nothingChosen : text.hoursOf(hours)
const domainsOf = (
  domains: EntryState['ownDomains'],
  names: Readonly<Record<NonNullable<EntryState['ownDomains']>[number], string>>,
  text: CompareWords,
) => (domains === null ? text.asProposed : domains.map((one) => names[one]).join(', ') || text.nothingChosen)

/** What came into the vision of the plan and what went; lines in other words are shown as texts. */
function sayVision(before: FrameState, after: FrameState, language: Language): string[] {
  const text = compareText(language)
  const isIn = (frame: FrameState, id: string) => frame.visionLines.some((line) => line.id === id)
  return [
    ...after.visionLines
      .filter(({ id }) => !isIn(before, id))
      .map((line) => text.lineNew(text.quoted(firstLine(line.text)))),
    ...before.visionLines
      .filter(({ id }) => !isIn(after, id))
      .map((line) => text.lineGone(text.quoted(firstLine(line.text)))),
  ]
}

/** What became of the agreement on preventing between two states; nothing when it stayed. */
function sayAim(before: FrameState, after: FrameState, language: Language): string[] {
  const [was, is] = [before.preventiveAim, after.preventiveAim].map((aim) =>
    aim === undefined ? null : aimWords(aim, language),
  )
  const text = aimText(language)
  if (was === is) return []
  if (!was) return is ? [text.added(is)] : []
  return [is ? text.changed(was, is) : text.gone(was)]
}

/** All that changed in the plan as a whole and is said in a sentence. */
export const sayFrame = (before: FrameState, after: FrameState, language: Language): string[] => [
  ...sayAim(before, after, language),
  ...sayVision(before, after, language),
]
