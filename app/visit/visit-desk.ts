import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type PersonId, parseId } from '../kernel/id.ts'
import type { Sending } from '../meeting/letters-desk.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import type { Visit } from './visit.ts'
import { readVisit } from './visit-store.ts'
import { visitText } from './visit-text.ts'
import type { Eyes } from './visit-words-view.ts'

/** Who asks for a page of visits, with everybody's names. */
export type AtVisits = {
  readonly desk: Desk
  readonly reader: Reader
  readonly roster: Roster
  readonly eyes: Eyes
  readonly sending: Sending
}

export async function atVisits(c: Context<OnDesk>): Promise<AtVisits> {
  const desk = deskOf(c)
  const reader = readerOf(c)
  const { actor, language } = reader
  const roster = await readRoster(desk.db, actor)
  const lookup = lookupOf(roster)
  const nameOf = (person: PersonId | null) => (person && lookup.people.get(person)?.name) || ''
  const origin = originForMember(desk.house.baseUrl, c.req.header('host'))
  return {
    desk,
    reader,
    roster,
    eyes: { me: actor.personId, now: desk.now, nameOf, language },
    sending: { actor, now: desk.now, origin, from: desk.house.mailFrom },
  }
}

/** The visit that an address names, for one of the three; else 404: that there is one is nobody else's business. */
export async function visitAt(c: Context<OnDesk>, { desk, reader }: AtVisits): Promise<Visit> {
  const id = parseId<'visit'>(c.req.param('visit'))
  const visit = id && (await readVisit(desk.db, reader.actor, id))
  if (!visit) throw new HTTPException(404)
  return visit
}

/** Everybody of the team but this reader, by name. */
export const colleaguesOf = ({ roster, reader }: AtVisits) =>
  roster.people
    .filter(({ id, hasLeft }) => !hasLeft && id !== reader.actor.personId)
    .map(({ id, name, groups }) => ({
      value: id as string,
      label: groups.length > 0 ? `${name} (${groups.join(', ')})` : name,
    }))

/** What was done that goes by letter to those concerned. */
const TOLD = ['agreed', 'off', 'took', 'swapped', 'fell-out']

/** What a notice says of what was done: and, where letters tell others, whether letters leave. */
export function doneWords({ desk, reader, eyes }: AtVisits, done: string): string | null {
  const text = visitText(eyes.language)
  const says = Object.entries(text.done).find(([name]) => name === done)?.[1]
  // What was offered is counted; all else is one sentence.
  if (typeof says !== 'string') return null
  const how = reader.actor.demo ? 'demo' : desk.house.mailIsOn ? 'letters' : 'no-mail'
  return TOLD.includes(done) ? `${says} ${text.told[how]}` : says
}
