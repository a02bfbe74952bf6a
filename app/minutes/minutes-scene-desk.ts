import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { PersonId } from '../kernel/id.ts'
import { nameIn } from '../meeting/meeting.ts'
import { type AtSeat, memberAt } from '../meeting/seat-desk.ts'
import type { Reader } from '../session/actor.ts'
import type { OnDesk } from '../session/desk.ts'
import type { Passage } from '../writing/passage.ts'
import type { Action } from './action.ts'
import { readActions } from './action-store.ts'
import type { Minutes } from './minutes.ts'
import { readCorrections } from './minutes-correct-store.ts'
import { flushNotes, gatherMinutes } from './minutes-desk.ts'
import { mayReadMinutes } from './minutes-may.ts'
import { readNotes } from './minutes-note-store.ts'
import { type Correction, checkMinutes, type MinutesCheck, minutesFrom } from './minutes-seal.ts'
import type { MinutesState } from './minutes-state.ts'
import { type Put, readPut, readSealed, readState, sha256 } from './minutes-store.ts'

/** The minutes that an address names, with everything that is shown of them. */
export type AtMinutes = AtSeat & {
  readonly reader: Reader
  readonly state: MinutesState
  readonly minutes: Minutes
  readonly put: Put | null
  readonly corrections: readonly Correction[]
  readonly sealed: { readonly check: MinutesCheck; readonly at: string } | null
  readonly notes: ReadonlyMap<string, Passage>
  /** The actions as they are now, with what was done since. */
  readonly actions: readonly Action[]
  readonly nameOf: (id: PersonId) => string
}

/** Minutes are there from the opening of a meeting, for everybody of the school. 404 before that, and elsewhere. */
export async function minutesAt(c: Context<OnDesk>): Promise<AtMinutes> {
  const at = await memberAt(c)
  const { desk, reader, scene } = at
  if (!mayReadMinutes(reader.actor, scene.meeting).may) throw new HTTPException(404)
  const { id } = scene.meeting
  const { db, now } = desk
  const { actor, school } = reader
  await flushNotes(db, id)
  const kept = await readSealed(db, actor, id)
  const corrections = kept ? await readCorrections(db, actor, id) : []
  return {
    ...at,
    state: await readState(db, actor, id),
    minutes: kept
      ? minutesFrom(kept)
      : await gatherMinutes({ db, now }, actor, scene, {
          school: school.name,
          language: reader.language,
          terms: reader.terms,
        }),
    put: kept ? null : await readPut(db, actor, id),
    corrections,
    sealed: kept && { check: checkMinutes(kept, corrections, sha256), at: kept.sealedAt },
    notes: kept ? new Map() : await readNotes(db, actor, id),
    actions: await readActions(db, actor, id),
    nameOf: (person) => nameIn(scene, person) ?? '',
  }
}
