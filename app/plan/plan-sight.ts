import type { PersonId, SchoolId, SessionId } from '../kernel/id.ts'
import type { Actor, Member } from '../session/actor.ts'
import type { Entry } from './entry.ts'
import type { Plan } from './plan.ts'
import { mayReadTexts } from './plan-may.ts'

/** The plan as this actor may see it: texts that their owner has not agreed to are not in it at all. */
export function sightOf(plan: Plan, actor: Actor): Plan {
  if (plan.entries.every((entry) => entry.agreedAt !== null || mayReadTexts(actor, entry).may)) return plan
  return {
    ...plan,
    entries: plan.entries.map((entry) => (mayReadTexts(actor, entry).may ? entry : veiled(entry))),
  }
}

/** That somebody has a place is for all to see; what is written there, and with whom, is not yet. */
const veiled = (entry: Entry): Entry => ({
  ...entry,
  texts: {},
  people: entry.people.filter((named) => named.part === 'duo'),
  moments: [],
  shareChoice: null,
})

/** Somebody of the team who is named nowhere: what this reader sees the whole team may see, and a guest on the wall. */
export const anybodyOf = (schoolId: SchoolId): Member => ({
  kind: 'member',
  schoolId,
  personId: '' as PersonId,
  name: '',
  roles: [],
  learningTeams: [],
  sessionId: '' as SessionId,
  demo: false,
})
