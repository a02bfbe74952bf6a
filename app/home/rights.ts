import { mayConfirmRead, mayErase, mayPutForward, maySeal } from '../adoption/adoption-may.ts'
import {
  mayEvaluate,
  mayReadEvaluation,
  mayRollOver,
  maySuggestInEvaluation,
  mayTalkOfEvaluation,
} from '../evaluation/evaluation-may.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, LearningTeamId, PersonId, ProposalId, SchoolId, SessionId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { NoteReader } from '../note/note.ts'
import { mayKeepNotes, mayOpenNotes } from '../note/note-may.ts'
import { type Entry, UNSAID } from '../plan/entry.ts'
import { PHASES, type Phase } from '../plan/plan.ts'
import {
  mayAgree,
  mayAnswer,
  mayAnswerSupport,
  mayAppoint,
  mayArrange,
  mayLetLoose,
  mayMove,
  mayPropose,
  mayReadPlan,
  mayReadProposal,
  mayReadTexts,
  mayTakeOver,
  mayTie,
  mayWritePlan,
  mayWriteText,
} from '../plan/plan-may.ts'
import type { Proposal } from '../plan/proposal.ts'
import type { Roster } from '../plan/roster.ts'
import { mayNameVersion } from '../plan/snapshot-may.ts'
import { mayComment, mayDecline, maySuggest } from '../plan/suggest-may.ts'
import { maySpeak } from '../round/round-may.ts'
import { mayGiveFrames, mayMakeTokens, mayManageSchool } from '../school/school-may.ts'
import type { Actor, Member, Role } from '../session/actor.ts'
import { amendmentActs } from './rights-amendment.ts'
import { helpActs } from './rights-help.ts'
import { lookBackActs } from './rights-look-back.ts'
import { leadsMeeting, meetingActs } from './rights-meeting.ts'
import { trendActs } from './rights-trend.ts'
import { workingYearActs } from './rights-working-year.ts'

/** Everybody who can ask, as the matrix names them. */
export const ASKERS = [
  'coordinator',
  'owner',
  'team-member',
  'invited',
  'asked-for-support',
  'teacher',
  'principal',
  'expert',
  'staff',
  'administrator',
  'program',
] as const
export type Asker = (typeof ASKERS)[number]

const SCHOOL = 'school' as SchoolId
const TEAM = 'team' as LearningTeamId
const roleOf: Partial<Record<Asker, Role>> = {
  coordinator: 'coordinator',
  principal: 'principal',
  expert: 'expert',
  staff: 'staff',
  administrator: 'administrator',
}

/** Somebody who is only this: in a school one person can be several. */
function actorOf(asker: Asker): Actor {
  if (asker === 'program') return { kind: 'program', schoolId: SCHOOL, tokenId: 'token' }
  return {
    kind: 'member',
    schoolId: SCHOOL,
    personId: asker as string as PersonId,
    name: asker,
    roles: [roleOf[asker] ?? 'teacher'],
    learningTeams: asker === 'team-member' ? [TEAM] : [],
    sessionId: 'session' as SessionId,
    demo: false,
  } satisfies Member
}

const NOW = '2026-11-19T09:42:00.000Z' as Moment
const named = (personId: string, part: 'invited' | 'support') => ({
  personId: personId as PersonId,
  part,
  askedAt: NOW,
  agreedAt: null,
  declinedAt: null,
})

const entry = (kind: Entry['kind'], other: Partial<Entry> = {}): Entry => ({
  id: kind as string as EntryId,
  kind,
  position: 1,
  ...UNSAID,
  agreedAt: NOW,
  carriedFrom: null,
  isSealed: false,
  revision: 1,
  ...other,
})

const GOAL = entry('team-goal')
const TRACK = entry('teacher-track', {
  personId: 'owner' as PersonId,
  people: [named('invited', 'invited'), named('asked-for-support', 'support')],
})
const SHARED: Entry = { ...TRACK, shareChoice: 'share' }
const NOT_AGREED = { ...TRACK, agreedAt: null }
const TEAM_TRACK = entry('learning-team-track', { learningTeamId: TEAM })
const PROPOSAL: Proposal = {
  id: 'proposal' as ProposalId,
  entryId: TRACK.id,
  texts: {},
  source: 'coordinator',
  note: null,
  madeBy: 'coordinator' as PersonId,
  madeAt: NOW,
  outcome: null,
  answeredAt: null,
  answeredBy: null,
  answer: null,
}
const everyone = ASKERS.filter((asker) => asker !== 'program').map((asker) => asker as string as PersonId)
const DECISION = {
  frame: {
    voters: everyone,
    chair: 'coordinator' as PersonId,
    rule: { is: 'consent' },
    quorum: 1,
  },
} as unknown as Parameters<typeof maySpeak>[0]

/** The team of the matrix: everybody is only what they are called. */
const ROSTER: Roster = {
  people: everyone.map((id) => ({
    id,
    name: id,
    roles: [roleOf[id as string as Asker] ?? 'teacher'],
    groups: [],
    hasLeft: false,
  })),
  learningTeams: [{ id: TEAM, name: TEAM, memberIds: ['team-member' as PersonId] }],
  visionLines: [],
  hoursAWeek: null,
  pupils: null,
}

/** The teacher let in who is named as support, and by mistake everybody else as well. */
const LET_IN: readonly NoteReader[] = everyone.map((personId) => ({
  entryId: TRACK.id,
  personId,
  letInAt: NOW,
}))

type Ask = (actor: Actor, plan: { phase: Phase }) => May

/** Every act in the plan and the school, with the one place that decides about it. */
export const ACTS: Readonly<Record<string, Ask>> = {
  'read the plan': (actor) => mayReadPlan(actor),
  'write principles and goals': mayWritePlan,
  'write a text of a goal': (actor, plan) => mayWriteText(actor, plan, GOAL, 'approach'),
  'write the coordinator’s effort in a track': (actor, plan) =>
    mayWriteText(actor, plan, TRACK, 'coordinatorEffort'),
  'write a text of a teacher’s track': (actor, plan) => mayWriteText(actor, plan, TRACK, 'goal'),
  'write a text of a learning team’s track': (actor, plan) => mayWriteText(actor, plan, TEAM_TRACK, 'goal'),
  'read a track that its teacher stands behind': (actor) => mayReadTexts(actor, TRACK),
  'read a track that its teacher does not stand behind yet': (actor) => mayReadTexts(actor, NOT_AGREED),
  'propose a text on a teacher’s track': (actor, plan) => mayPropose(actor, plan, TRACK),
  'suggest other words in a principle or goal': (actor, plan) => maySuggest(actor, plan, GOAL),
  'suggest other words in a teacher’s track': (actor, plan) => maySuggest(actor, plan, TRACK),
  'suggest other words in a track that its teacher does not stand behind yet': (actor, plan) =>
    maySuggest(actor, plan, NOT_AGREED),
  'suggest other words in a learning team’s track': (actor, plan) => maySuggest(actor, plan, TEAM_TRACK),
  'leave a suggestion on a principle or goal aside': (actor, plan) => mayDecline(actor, plan, GOAL),
  'leave a suggestion on a teacher’s track aside': (actor, plan) => mayDecline(actor, plan, TRACK),
  'comment on a principle or goal': (actor, plan) => mayComment(actor, plan, GOAL),
  'comment on a teacher’s track': (actor, plan) => mayComment(actor, plan, TRACK),
  'comment on a track that its teacher does not stand behind yet': (actor, plan) =>
    mayComment(actor, plan, NOT_AGREED),
  'comment on a learning team’s track': (actor, plan) => mayComment(actor, plan, TEAM_TRACK),
  'read a proposal of the coordinator on a track': (actor) => mayReadProposal(actor, TRACK, PROPOSAL),
  'accept or change a proposal': (actor, plan) => mayTakeOver(actor, plan, TRACK),
  'decline a proposal': (actor, plan) => mayAnswer(actor, plan, TRACK),
  'stand behind the text of a track, invite': (actor, plan) => mayAgree(actor, plan, TRACK),
  'say whose a track of nobody is': (actor, plan) => mayAppoint(actor, plan, entry('teacher-track')),
  'say yes or no to being named as support': (actor, plan) =>
    mayAnswerSupport(actor, plan, 'asked-for-support' as PersonId),
  'tie a track to the vision, set its days': (actor, plan) => mayTie(actor, plan, TRACK),
  'let a loose end be': mayLetLoose,
  'move the plan to another phase': (actor) => mayMove(actor),
  'put the plan to decision': (actor) => mayPutForward(actor),
  'speak in a decision': (actor) => maySpeak(DECISION, actor),
  'seal what the team adopted': (actor) => maySeal(actor, DECISION),
  'say to have read a sealed version': (actor) => mayConfirmRead(actor),
  'write the one-page contract in words of its own': mayWritePlan,
  'give a version of the plan a name': (actor) => mayNameVersion(actor),
  'put back what was taken out of the plan': mayArrange,
  'put back a text of one’s own in a track': (actor, plan) => mayWriteText(actor, plan, TRACK, 'approach'),
  'erase a track whose term has come': (actor) => mayErase(actor),
  ...amendmentActs({
    goal: GOAL,
    track: { ...TRACK, isSealed: true },
    teamTrack: { ...TEAM_TRACK, isSealed: true },
    roster: ROSTER,
  }),
  'evaluate a goal': (actor, plan) => mayEvaluate(actor, plan, GOAL),
  'evaluate a teacher’s track': (actor, plan) => mayEvaluate(actor, plan, TRACK),
  'evaluate a learning team’s track': (actor, plan) => mayEvaluate(actor, plan, TEAM_TRACK),
  'read what a teacher learned and does not share': (actor) => mayReadEvaluation(actor, TRACK),
  'comment on the evaluation of a goal': (actor, plan) => mayTalkOfEvaluation(actor, plan, GOAL),
  'comment on what a teacher learned and shares': (actor, plan) => mayTalkOfEvaluation(actor, plan, SHARED),
  'comment on what a teacher learned and does not share': (actor, plan) =>
    mayTalkOfEvaluation(actor, plan, TRACK),
  'suggest other words in the evaluation of a goal': (actor, plan) =>
    maySuggestInEvaluation(actor, plan, GOAL),
  'suggest other words in what a teacher learned': (actor, plan) =>
    maySuggestInEvaluation(actor, plan, SHARED),
  'open the working notes of a track to which nobody is let in': (actor) => mayOpenNotes(actor, TRACK, []),
  'open the working notes of a track, let in by its teacher': (actor) => mayOpenNotes(actor, TRACK, LET_IN),
  'let a colleague in to the notes, see who opened them': (actor) => mayKeepNotes(actor, TRACK),
  'begin next year’s plan': (actor, plan) => mayRollOver(actor, plan),
  ...meetingActs(SCHOOL, everyone),
  ...lookBackActs({
    goal: GOAL,
    track: TRACK,
    teamTrack: TEAM_TRACK,
    leads: (actor) => leadsMeeting(SCHOOL, actor),
  }),
  ...workingYearActs({ goal: GOAL, track: TRACK, teamTrack: TEAM_TRACK }),
  ...helpActs(),
  ...trendActs(),
  'keep team, groups, vision': (actor) => mayManageSchool(actor),
  'give hours and number of pupils': (actor) => mayGiveFrames(actor),
  'make tokens for programs': (actor) => mayMakeTokens(actor),
}

export type RightsRow = { act: string; asker: Asker; answers: { phase: Phase; answer: May }[] }

/** The whole matrix: act x asker x phase, by asking each right itself. */
export const rightsMatrix = (): RightsRow[] =>
  Object.entries(ACTS).flatMap(([act, ask]) =>
    ASKERS.map((asker) => ({
      act,
      asker,
      answers: PHASES.map((phase) => ({ phase, answer: ask(actorOf(asker), { phase }) })),
    })),
  )
