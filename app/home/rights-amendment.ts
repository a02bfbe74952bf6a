import type { Amendment } from '../adoption/amendment.ts'
import {
  mayAgreeOn,
  mayAskPrincipal,
  mayDecline,
  mayPutAmendment,
  mayReadAmendment,
  mayWithdrawAmendment,
  mayWriteAmendment,
  type Scene,
} from '../adoption/amendment-may.ts'
import type { AmendmentId, PersonId, PlanId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import { mayAmend, mayWriteText } from '../plan/plan-may.ts'
import type { Roster } from '../plan/roster.ts'
import type { Actor } from '../session/actor.ts'

type Ask = (actor: Actor, plan: Scene['plan']) => May

/** What the rights about amendments are asked of: a goal, an agreed and sealed track of somebody and of a learning team. */
export type AmendmentSamples = {
  readonly goal: Entry
  readonly track: Entry
  readonly teamTrack: Entry
  readonly roster: Roster
}

/** Every act on an amendment, with the one place that decides about it. */
export function amendmentActs({ goal, track, teamTrack, roster }: AmendmentSamples): Record<string, Ask> {
  const asked =
    (may: (actor: Actor, scene: Scene) => May, entry: Entry, other: Partial<Amendment> = {}): Ask =>
    (actor, plan) =>
      may(actor, { ...sceneOf(entry, roster, other), plan })
  const asksPrincipal = { standIn: { why: 'ziek', at: track.agreedAt ?? NEVER, by: track.personId } }
  return {
    'write a text of an agreed and sealed track': (actor, plan) => mayWriteText(actor, plan, track, 'goal'),
    'begin an amendment of a goal': (actor, plan) => mayAmend(actor, plan, goal),
    'begin an amendment of a sealed track': (actor, plan) => mayAmend(actor, plan, track),
    'begin an amendment of a learning team’s track': (actor, plan) => mayAmend(actor, plan, teamTrack),
    'read an amendment of a track': asked(mayReadAmendment, track),
    'read an amendment of a goal': asked(mayReadAmendment, goal),
    'write an amendment of a track': asked(mayWriteAmendment, track),
    'write an amendment of a goal that a teacher suggested': asked(mayWriteAmendment, goal, {
      madeBy: 'teacher' as PersonId,
    }),
    'say yes to an amendment of a track': asked(mayAgreeOn, track),
    'say yes to an amendment of a learning team’s track': asked(mayAgreeOn, teamTrack),
    'say yes to an amendment, when the principal was asked to stand in': asked(
      mayAgreeOn,
      track,
      asksPrincipal,
    ),
    'ask the principal to stand in': asked(mayAskPrincipal, track),
    'say no to an amendment of a track that its teacher made': asked(mayDecline, track),
    'take back an amendment of a track that its teacher made': asked(mayWithdrawAmendment, track),
    'put an amendment of a goal to the team': asked(mayPutAmendment, goal),
  }
}

const NEVER = '2026-11-19T09:42:00.000Z' as Amendment['madeAt']

function sceneOf(entry: Entry, roster: Roster, other: Partial<Amendment>): Omit<Scene, 'plan'> {
  const amendment: Amendment = {
    id: 'amendment' as AmendmentId,
    planId: 'plan' as PlanId,
    kind: 'change',
    about: entry.kind,
    subjectId: entry.id,
    why: '',
    madeBy: entry.personId,
    madeAt: NEVER,
    base: {},
    texts: {},
    ties: null,
    print: '',
    yeses: [],
    standIn: null,
    decisionId: null,
    ended: null,
    ...other,
  }
  return { amendment, entry, roster, decision: null, isOvertaken: false }
}
