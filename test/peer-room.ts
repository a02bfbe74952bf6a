import type { Db } from '../app/db/database.ts'
import type { Day, Moment } from '../app/kernel/day.ts'
import type { PeerGroupId } from '../app/kernel/id.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import { tellPeersBy } from '../app/peer/letter-desk.ts'
import type { PeerGroup } from '../app/peer/peer.ts'
import {
  agreeOn,
  answerPeers,
  answerThird,
  askAnother,
  cancelMeeting,
  closePeers,
  keepForMyself,
  keepTogether,
  leavePeers,
  meetPeers,
  showOnMap,
} from '../app/peer/peer-act-store.ts'
import { readPeers } from '../app/peer/peer-store.ts'
import { type Changing, startPeers } from '../app/peer/peer-write-store.ts'
import { emptyProfile, type Profile } from '../app/profile/profile.ts'
import { writeProfile } from '../app/profile/profile-store.ts'
import { type Cast, NOW_MOMENT, settleCast } from './cast.ts'
import { ORIGIN, slot } from './visit-room.ts'

export type Key = keyof Cast['people']

/** The last school day before the Christmas holiday of the region in the middle. */
export const CHRISTMAS = '2026-12-18' as Day
export const THURSDAY = '2026-11-26T15:30'

/** De Regenboog, and what its people do to learn together. */
export async function peerRoom(db: Db, settled?: Cast) {
  const cast = settled ?? (await settleCast(db))
  const told = (key: Key, now: Moment) => ({
    now,
    tell: tellPeersBy({ actor: cast.member(key), now, origin: ORIGIN, from: 'draad@school.example' }),
  })
  const at = (key: Key, id: PeerGroupId, now: Moment = NOW_MOMENT): Changing => ({
    id,
    revision: null,
    ...told(key, now),
  })
  const ask = async (by: Key, people: readonly Key[], more: { aim?: string; to?: Day } = {}) => {
    const { aim = 'Rustig blijven als een les anders loopt', to = CHRISTMAS } = more
    const given = { people: people.map((key) => cast.people[key]), aim, topic: 'behaviour', to } as const
    return startPeers(db, cast.member(by), given, told(by, NOW_MOMENT))
  }
  /** Asks, and all who are asked say yes. */
  const together = async (by: Key, ...people: Key[]): Promise<PeerGroupId> => {
    const id = await ask(by, people)
    if (isRefusal(id)) throw new Error(id.refused)
    for (const key of people) await answerPeers(db, cast.member(key), at(key, id), true)
    return id
  }
  const seen = (key: Key, id: PeerGroupId): Promise<PeerGroup | null> => readPeers(db, cast.member(key), id)
  const member = (key: Key) => cast.member(key)
  return {
    db,
    cast,
    at,
    ask,
    together,
    seen,
    answer: (key: Key, id: PeerGroupId, isYes: boolean) => answerPeers(db, member(key), at(key, id), isYes),
    third: (key: Key, id: PeerGroupId, isYes: boolean) => answerThird(db, member(key), at(key, id), isYes),
    another: (key: Key, id: PeerGroupId, who: Key) =>
      askAnother(db, member(key), at(key, id), cast.people[who]),
    agree: (key: Key, id: PeerGroupId, text: string) => agreeOn(db, member(key), at(key, id), text),
    meet: (key: Key, id: PeerGroupId, clock = THURSDAY, place = '') =>
      meetPeers(db, member(key), at(key, id), { slot: slot(clock), place }),
    callOff: async (key: Key, id: PeerGroupId) => {
      const moment = (await seen(key, id))?.moments[0]
      return moment ? cancelMeeting(db, member(key), at(key, id), moment.id) : null
    },
    brought: (key: Key, id: PeerGroupId, words: string) => keepForMyself(db, member(key), at(key, id), words),
    kept: (key: Key, id: PeerGroupId, words: string, was: string | null = null) =>
      keepTogether(db, member(key), at(key, id), words, was),
    show: (key: Key, id: PeerGroupId, shows: boolean) => showOnMap(db, member(key), at(key, id), shows),
    leave: (key: Key, id: PeerGroupId) => leavePeers(db, member(key), at(key, id)),
    close: (key: Key, id: PeerGroupId, now?: Moment) => closePeers(db, member(key), at(key, id, now)),
  }
}

/** Somebody of the cast writes what they say of themselves. */
export async function profileOf(db: Db, cast: Cast, key: Key, given: Partial<Profile>) {
  const no = await writeProfile(
    db,
    cast.member(key),
    { ...emptyProfile(cast.people[key]), ...given },
    NOW_MOMENT,
  )
  if (no) throw new Error(no.refused)
}
