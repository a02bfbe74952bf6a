import { expect } from 'vitest'
import type { Db } from '../app/db/database.ts'
import type { Moment } from '../app/kernel/day.ts'
import type { OfferId, VisitId } from '../app/kernel/id.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import { momentInAmsterdam } from '../app/round/round-form.ts'
import { tellBy } from '../app/visit/letter-desk.ts'
import type { Slot } from '../app/visit/offer.ts'
import { offerMoments, offersOf } from '../app/visit/offer-store.ts'
import type { Visit } from '../app/visit/visit.ts'
import {
  agreeVisit,
  type Changing,
  callOffVisit,
  declineVisit,
  fallOut,
  proposeMoment,
} from '../app/visit/visit-change-store.ts'
import { askVisit, type Chosen, visitsOf } from '../app/visit/visit-store.ts'
import { type Cast, NOW_MOMENT, settleCast } from './cast.ts'

type Key = keyof Cast['people']

/** A moment on the clock of the Netherlands: `at('2026-11-24T09:30')`. */
export function at(clock: string): Moment {
  const moment = momentInAmsterdam(clock)
  if (moment === null) throw new Error(`no such moment: ${clock}`)
  return moment
}
/** From a clock on, so many minutes. */
export const slot = (clock: string, minutes = 30): Slot => ({
  startsAt: at(clock),
  endsAt: new Date(Date.parse(at(clock)) + minutes * 60_000).toISOString() as Moment,
})

/** Tuesday after the fixed day, half past nine. */
export const TUESDAY = '2026-11-24T09:30'
export const ORIGIN = 'https://plan.regenboog.example'

/** De Regenboog, and what its people do with visits. */
export async function visitRoom(db: Db, settled?: Cast) {
  const cast = settled ?? (await settleCast(db))
  const sending = (key: Key) => ({
    actor: cast.member(key),
    now: NOW_MOMENT,
    origin: ORIGIN,
    from: 'draad@school.example',
  })
  const told = (key: Key) => ({ now: NOW_MOMENT, tell: tellBy(sending(key)) })
  const offer = async (key: Key, clock = TUESDAY, minutes = 30): Promise<OfferId> => {
    const given = { slots: [slot(clock, minutes)], words: '' }
    const answer = await offerMoments(db, cast.member(key), given, NOW_MOMENT)
    expect(answer).toMatchObject({ added: 1 })
    const mine = await offersOf(db, cast.member(key))
    return mine.findLast((one) => one.startsAt === at(clock) && one.withdrawnAt === null)!.id
  }
  const ask = (visitor: Key, host: Key, chosen: Chosen, by: Key = visitor) =>
    askVisit(
      db,
      cast.member(by),
      {
        visitor: cast.people[visitor],
        host: cast.people[host],
        chosen,
        question: 'Hoe begint de les?',
        planId: null,
        entryId: null,
      },
      told(by),
    )
  const read = async (id: VisitId, key: Key = 'samira'): Promise<Visit> => {
    const visit = (await visitsOf(db, cast.keeper, cast.people[key])).find((one) => one.id === id)
    if (!visit) throw new Error('this person is not in that visit')
    return visit
  }
  const changing = async (id: VisitId, key: Key): Promise<Changing> => ({
    id,
    revision: (await read(id, key)).revision,
    ...told(key),
  })
  const done = <Answer>(answer: Answer) => {
    if (answer === null || isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
    return answer as Exclude<Answer, null | { refused: string }>
  }
  return {
    db,
    cast,
    offer,
    ask,
    read,
    changing,
    told,
    /** Samira goes to look at Lotte's while Karin takes the class over: asked, and agreed by Lotte. */
    agreed: async (clock = TUESDAY): Promise<VisitId> => {
      const id = done(await ask('samira', 'lotte', { offer: await offer('karin', clock) }))
      done(await agreeVisit(db, cast.member('lotte'), await changing(id, 'lotte')))
      return id
    },
    asked: async (clock = TUESDAY): Promise<VisitId> =>
      done(await ask('samira', 'lotte', { offer: await offer('karin', clock) })),
    agree: async (key: Key, id: VisitId) => agreeVisit(db, cast.member(key), await changing(id, key)),
    decline: async (key: Key, id: VisitId, words = '') =>
      declineVisit(db, cast.member(key), await changing(id, key), words),
    propose: async (key: Key, id: VisitId, chosen: Chosen) =>
      proposeMoment(db, cast.member(key), await changing(id, key), chosen),
    callOff: async (key: Key, id: VisitId, words = '') =>
      callOffVisit(db, cast.member(key), await changing(id, key), words),
    fallOut: async (key: Key, id: VisitId) => fallOut(db, cast.member(key), await changing(id, key)),
  }
}
