import type { Db } from '../db/database.ts'
import { dayOf } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { appointmentUid, otherOf } from '../office/appointment.ts'
import { appointmentsOf } from '../office/appointment-store.ts'
import { tellingText } from '../office/telling-text.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Member } from '../session/actor.ts'
import type { FeedEvent } from './feed.ts'

type Own = { readonly db: Db; readonly actor: Member; readonly language: Language }

/** The own appointments: with whom, and nothing else. */
export async function appointmentEvents({ db, actor, language }: Own): Promise<FeedEvent[]> {
  const agreed = (await appointmentsOf(db, actor)).filter(({ state }) => state === 'agreed')
  if (agreed.length === 0) return []
  const { people } = await readRoster(db, actor)
  return agreed.map((one) => ({
    uid: appointmentUid(one),
    from: dayOf(new Date(one.startsAt)),
    to: dayOf(new Date(one.endsAt)),
    startsAt: one.startsAt,
    endsAt: one.endsAt,
    title: tellingText(language).title(
      people.find(({ id }) => id === otherOf(one, actor.personId))?.name ?? '',
    ),
    place: one.place,
    href: `/office#a-${one.id}`,
  }))
}
