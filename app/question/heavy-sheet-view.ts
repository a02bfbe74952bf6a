import { clock, type Day, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import type { PersonId, QuestionId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Standing } from '../office/days.ts'
import type { SafePerson } from '../office/safe.ts'
import type { HeavyCall } from './heavy.ts'
import { heavyText } from './heavy-text.ts'

/** Who looks, and by which names everybody goes. */
export type HeavyEyes = {
  readonly me: PersonId
  readonly now: Moment
  readonly today: Day
  readonly nameOf: (person: PersonId | null) => string
  /** 'groep 6'; '' without a group. */
  readonly groupOf: (person: PersonId) => string
  readonly language: Language
  /** 'intern begeleider', as the school says it. */
  readonly coordinator: string
}

export type Coordinator = Standing & { readonly standIn: Standing | null }

/** What 'Het is nu te zwaar' shows one reader, on whatever page it stands. */
export type HeavySheet = {
  /** The own call that is open. */
  readonly call: HeavyCall | null
  /** The coordinators of the school but this reader. */
  readonly coordinators: readonly Coordinator[]
  /** Who can be asked as well, because no coordinator is known to be there now. */
  readonly standIn: Standing | null
  /** A coordinator may be there now all the same: then who stands in comes second. */
  readonly mayBeIn: boolean
  readonly isSchoolDay: boolean
  /** The question on whose page it stands. */
  readonly question: QuestionId | null
  /** The coordinators read that question already. */
  readonly isReadAlready: boolean
  readonly eyes: HeavyEyes
}

/** A call for who may come, with what can be done about it. */
export type HeavyCard = {
  readonly call: HeavyCall
  /** The question from which it was asked, as long as this reader may read it. */
  readonly questionHref: string | null
  /** Whom a coordinator can ask to go. */
  readonly standIns: readonly Standing[]
  readonly may: { readonly handOn: boolean; readonly cannot: boolean }
  /** Clocks to choose from today: 'HH:MM'. */
  readonly clocks: readonly string[]
}
export type HeavyCardsSheet = {
  readonly cards: readonly HeavyCard[]
  /** Where the forms lead back to. */
  readonly back: 'tray' | 'heavy'
  readonly tried: HeavyTried | null
  readonly eyes: HeavyEyes
}
/** What was sent and not taken. */
export type HeavyTried = { readonly call: string; readonly clock: string; readonly says: string }

export type SafeSheet = {
  readonly people: readonly SafePerson[]
  /** Who of them surely is not in school now. */
  readonly out: ReadonlySet<PersonId>
  readonly maySet: boolean
  readonly language: Language
}

/** 'om 10.35 uur' today, else with its day. */
export function whenWords(
  moment: Moment,
  { today, language }: Pick<HeavyEyes, 'today' | 'language'>,
): string {
  const text = heavyText(language)
  const day = dayOf(new Date(moment))
  const at = clock(moment, language)
  return day === today ? text.at(at) : text.onDay(weekDay(day, language), at)
}

/** 'Karin', 'Karin of Els', 'Karin, Els of Mo'. */
export function anyOf(names: readonly string[], language: Language): string {
  const last = names.at(-1) ?? ''
  const first = names.slice(0, -1).join(', ')
  return first === '' ? last : heavyText(language).or(first, last)
}

/** Who stands in is asked first when no coordinator may be there now. */
export const standInFirst = ({ standIn, mayBeIn }: HeavySheet): Standing | null => (mayBeIn ? null : standIn)

/** Who is in school today and who stands in, a sentence each. */
export function whoWords({ coordinators, isSchoolDay, eyes }: HeavySheet): string[] {
  const text = heavyText(eyes.language)
  if (!isSchoolDay) return [text.noSchool]
  const standIns = coordinators.flatMap(({ name, presence, standIn }) =>
    standIn === null || standIn.id === eyes.me ? [] : [standsIn({ name, presence }, standIn, eyes)],
  )
  return [...coordinators.map(({ name, presence }) => text.presence[presence](name)), ...new Set(standIns)]
}

/**
 * Of who may be in school, who stands in is for when they are not. Whether who stands in is there is told when it
 * matters today, and as far as it is known.
 */
function standsIn(
  { name, presence }: Pick<Standing, 'name' | 'presence'>,
  standIn: Standing,
  { language }: HeavyEyes,
): string {
  const text = heavyText(language)
  const isOut = presence === 'out' || presence === 'away'
  const says = (isOut ? text.standsIn : text.standsInElse)(standIn.name, name)
  const isEnough = presence === 'in' || standIn.presence === 'unknown'
  return isEnough ? says : `${says} ${text.presence[standIn.presence](standIn.name)}`
}

/** What happened so far, a sentence each, for the asker. */
export function storyWords(call: HeavyCall, sheet: HeavySheet): string[] {
  const { eyes } = sheet
  const text = heavyText(eyes.language)
  const when = (moment: Moment) => whenWords(moment, eyes)
  const names = anyOf(
    sheet.coordinators.map(({ name }) => name),
    eyes.language,
  )
  return [
    text.called(names || text.someone, when(call.calledAt)),
    ...handedWords(call, eyes),
    ...(call.coming ? [comingWords(call.coming, eyes)] : []),
    ...(call.seen && !call.coming && call.handed?.by !== call.seen.by
      ? [text.seen(eyes.nameOf(call.seen.by), when(call.seen.at))]
      : []),
    ...(call.seen || call.coming ? [] : [text.unseen]),
    ...silentWords(call, eyes),
  ]
}

/** Handed on is not yet an answer: so says who asked for somebody, and who handed it on. */
export function silentWords({ handed, seen, coming }: HeavyCall, { nameOf, language }: HeavyEyes): string[] {
  const isSilent = handed?.answer === 'pending' && seen !== null && seen.by !== handed.to && coming === null
  return isSilent ? [heavyText(language).saidNothing(nameOf(handed.to))] : []
}

function handedWords({ handed }: HeavyCall, eyes: HeavyEyes): string[] {
  if (!handed) return []
  const text = heavyText(eyes.language)
  const to = eyes.nameOf(handed.to)
  const asked =
    handed.by === null
      ? text.askedToo(to)
      : text.handed(eyes.nameOf(handed.by), to, whenWords(handed.at, eyes))
  return handed.answer === 'no' ? [asked, text.cannot(to)] : [asked]
}

/** 'Karin komt om 12.15 uur.' Once that has gone by: 'Karin zou om 12.15 uur komen.' */
export function comingWords(
  { by, at, saidAt }: NonNullable<HeavyCall['coming']>,
  { nameOf, now, language, ...eyes }: HeavyEyes,
): string {
  const text = heavyText(language)
  if (at === null) return text.comesNow(nameOf(by), whenWords(saidAt, { ...eyes, language }))
  return (at < now ? text.wouldCome : text.comesAt)(nameOf(by), clock(at, language))
}
