import type { Db } from '../db/database.ts'
import type { Language } from '../kernel/language.ts'
import { dayOfMoment, peerUid, peopleIn } from '../peer/peer.ts'
import { peerMomentsOf } from '../peer/peer-store.ts'
import { joinNames, peerTellingText } from '../peer/peer-telling-text.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Member } from '../session/actor.ts'
import type { FeedEvent } from './feed.ts'

type Own = { readonly db: Db; readonly actor: Member; readonly language: Language }

/** The own moments of learning together: with whom and where, never what about. */
export async function peerEvents({ db, actor, language }: Own): Promise<FeedEvent[]> {
  const own = await peerMomentsOf(db, actor)
  if (own.length === 0) return []
  const { people } = await readRoster(db, actor)
  const text = peerTellingText(language)
  return own.map(({ group, moment }) => {
    const others = peopleIn(group).filter((person) => person !== actor.personId)
    const names = others.map((person) => people.find(({ id }) => id === person)?.name ?? '')
    return {
      uid: peerUid(moment),
      from: dayOfMoment(moment),
      to: dayOfMoment(moment),
      startsAt: moment.startsAt,
      endsAt: moment.endsAt,
      title: text.title(joinNames(names, text.and)),
      place: moment.place,
      href: `/peers/${group.id}#m-${moment.id}`,
    }
  })
}
