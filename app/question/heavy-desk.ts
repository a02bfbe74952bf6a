import type { Context } from 'hono'
import type { Db } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import type { Sending } from '../meeting/letters-desk.ts'
import { isAround, mayBeThere, type Standing, type WhoIsIn } from '../office/days.ts'
import { isSchoolDay, whoIsIn } from '../office/days-store.ts'
import { maySetSafe } from '../office/office-may.ts'
import { safePeople } from '../office/safe-store.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import { readRoster } from '../plan/roster-store.ts'
import { closingField } from '../round/round-form.ts'
import type { Member } from '../session/actor.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import type { HeavyCall } from './heavy.ts'
import { mayCome, mayHandOn, maySayCannot } from './heavy-may.ts'
import type {
  Coordinator,
  HeavyCardsSheet,
  HeavyEyes,
  HeavySheet,
  HeavyTried,
  SafeSheet,
} from './heavy-sheet-view.ts'
import { heavyCalls, ownHeavyCall } from './heavy-store.ts'
import { readQuestion } from './question-store.ts'

/** The clock in the Netherlands, 'HH:MM'. */
const clockOf = (moment: Moment) => closingField(moment).slice(11)

export async function heavyEyes(c: Context<OnDesk>): Promise<HeavyEyes> {
  const { db, now, today } = deskOf(c)
  const { actor, language, terms } = readerOf(c)
  const { people } = lookupOf(await readRoster(db, actor))
  return {
    me: actor.personId,
    now,
    today,
    nameOf: (person) => (person && people.get(person)?.name) || '',
    groupOf: (person) => people.get(person)?.groups.join(', ') ?? '',
    language,
    coordinator: terms.coordinator,
  }
}

/** What 'Het is nu te zwaar' shows this reader; draw it with `<HeavyStrip strip={…} />`. */
export async function heavyStrip(
  c: Context<OnDesk>,
  { question = null, isReadAlready = false }: Partial<Pick<HeavySheet, 'question' | 'isReadAlready'>> = {},
): Promise<HeavySheet> {
  const { db, now, today } = deskOf(c)
  const { actor } = readerOf(c)
  const who = await whoIsIn(db, actor, today)
  const coordinators = who.coordinators.filter(({ id }) => id !== actor.personId)
  return {
    call: await ownHeavyCall(db, actor),
    coordinators,
    standIn: standInNow(who, coordinators, { me: actor.personId, clock: clockOf(now) }),
    mayBeIn: coordinators.some(({ presence }) => mayBeThere(presence, clockOf(now))),
    isSchoolDay: await isSchoolDay(db, actor, today),
    question,
    isReadAlready,
    eyes: await heavyEyes(c),
  }
}

/**
 * Whom the asker can ask as well: who stands in, when no coordinator is known to be there at this clock; beside one who
 * may be there only who surely is. Of a coordinator who is the asker the stand-in counts too.
 */
function standInNow(
  { coordinators: all }: WhoIsIn,
  others: readonly Coordinator[],
  { me, clock }: { readonly me: string; readonly clock: string },
) {
  const isSurelyThere = ({ presence }: Standing) => isAround(presence) && mayBeThere(presence, clock)
  if (others.some(isSurelyThere)) return null
  const standIns = all.flatMap(({ standIn }) => (standIn === null || standIn.id === me ? [] : [standIn]))
  if (others.some(({ presence }) => mayBeThere(presence, clock))) return standIns.find(isSurelyThere) ?? null
  const there = standIns.find(({ presence }) => mayBeThere(presence, clock))
  // Without any coordinator to ask, who stands in is all there is: also when they are not in school.
  return there ?? (others.length === 0 ? (standIns[0] ?? null) : null)
}

/** The calls that this reader may come to, with the buttons for it: on top of the tray, and on the page itself. */
export async function heavyCardsFor(
  c: Context<OnDesk>,
  {
    back = 'heavy',
    tried = null,
  }: { readonly back?: 'tray' | 'heavy'; readonly tried?: HeavyTried | null } = {},
): Promise<HeavyCardsSheet> {
  const { db, now, today } = deskOf(c)
  const { actor } = readerOf(c)
  const calls = (await heavyCalls(db, actor)).filter((call) => mayCome(actor, call).may)
  const who = calls.length === 0 ? null : await whoIsIn(db, actor, today)
  const standIns = who ? standInsIn(who) : []
  const cards = calls.map(async (call) => ({
    ...cardOf(call, actor, standIns),
    questionHref: await questionHrefOf(db, actor, call),
    clocks: clocksAfter(clockOf(now)),
  }))
  return { cards: await Promise.all(cards), back, tried, eyes: await heavyEyes(c) }
}

function cardOf(call: HeavyCall, actor: Member, standIns: readonly Standing[]) {
  const isOther = ({ id }: Standing) => id !== call.asker && id !== actor.personId && id !== call.coming?.by
  return {
    call,
    standIns: standIns.filter(isOther),
    may: {
      handOn: mayHandOn(actor, call).may,
      cannot: maySayCannot(actor, call).may,
    },
  }
}

/** A question that was closed meanwhile is read by its own circle alone. */
const questionHrefOf = async (db: Db, actor: Member, { question }: HeavyCall) =>
  question !== null && (await readQuestion(db, actor, question)) ? `/questions/${question}` : null

/** Everybody who stands in for a coordinator, once each. */
export const standInsIn = ({ coordinators }: WhoIsIn) => [
  ...new Map(
    coordinators.flatMap(({ standIn }) => (standIn ? [[standIn.id, standIn] as const] : [])),
  ).values(),
]

/** Around breaks and the end of lessons; which of them are still to come. */
const CLOCKS = ['08:15', '10:15', '12:15', '14:15', '15:15', '16:15']
const clocksAfter = (clock: string) => CLOCKS.filter((one) => one > clock).slice(0, 2)

export async function safeSheet(c: Context<OnDesk>): Promise<SafeSheet> {
  const { db, today, now } = deskOf(c)
  const { actor, language } = readerOf(c)
  const [clock, who] = [clockOf(now), await whoIsIn(db, actor, today)]
  const isSchool = await isSchoolDay(db, actor, today)
  const out = [...who.people].filter(([, presence]) => !isSchool || !mayBeThere(presence, clock))
  return {
    people: await safePeople(db, actor),
    out: new Set(out.map(([person]) => person)),
    maySet: maySetSafe(actor).may,
    language,
  }
}

export function heavySending(c: Context<OnDesk>): Sending {
  const { house, now } = deskOf(c)
  const origin = originForMember(house.baseUrl, c.req.header('host'))
  return { actor: readerOf(c).actor, now: momentOf(new Date(now)), origin, from: house.mailFrom }
}
