import type { Context } from 'hono'
import type { Refusal } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { mustMay } from '../school/school-desk.tsx'
import { runningTeams } from '../school/team.ts'
import { readTeam } from '../school/team-store.ts'
import { type Actor, hasRole, type Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { weightingsOf } from '../trend/context-store.ts'
import { type ReferenceLine, referenceLines } from '../trend/reference-line.ts'
import type { AmbitionAbout, AmbitionRefusal } from './ambition.ts'
import { type AmbitionTried, type SentAmbition, tickAfter } from './ambition-form.ts'
import { type AmbitionNo, mayReadAmbitions } from './ambition-may.ts'
import { ambitionNo } from './ambition-no-text.ts'

/** Who asks for a page of ambitions, and where. */
export type AtAmbitions = { readonly desk: Desk; readonly reader: Reader }

/** 403 for who is not of the school. */
export function atAmbitions(c: Context<OnDesk>): AtAmbitions {
  const reader = readerOf(c)
  mustMay(mayReadAmbitions(reader.actor))
  return { desk: deskOf(c), reader }
}

export const statusOf = ({ refused }: AmbitionNo) => (refused === 'may-not' ? 403 : 422)

/** What was sent and refused, with the sentence that says what to do. */
export function triedOf(
  { reader }: AtAmbitions,
  values: SentAmbition,
  no: AmbitionNo | Refusal<AmbitionRefusal>,
): AmbitionTried {
  const field = 'field' in no ? (no.field ?? null) : null
  return { values, field, says: ambitionNo(no, reader.language), tick: tickAfter(values, no) }
}

/** The learning teams for which somebody may make one: their own, and all of them for who coordinates. */
export async function teamsFor({ desk }: AtAmbitions, actor: Actor) {
  const running = runningTeams(await readTeam(desk.db, actor))
  if (hasRole(actor, 'coordinator')) return running
  return running.filter(({ id }) => actor.kind === 'member' && actor.learningTeams.includes(id))
}

/** The lines of others in the last year of the figure; of one subject or a score there are none. */
export async function linesBeside(
  { desk, reader }: AtAmbitions,
  about: AmbitionAbout,
  year: Parameters<typeof referenceLines>[0][number],
): Promise<ReferenceLine[]> {
  if (about.of !== 'standing') return []
  return referenceLines([year], about.share, await weightingsOf(desk.db, reader.actor), null)
}

export const thisYearAt = ({ desk }: AtAmbitions) => schoolYearOf(desk.today)
