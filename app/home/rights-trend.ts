import { mayKeepAmbition, mayMakeAmbitions, mayReadAmbitions } from '../ambition/ambition-may.ts'
import { mayReadAnalyses, mayReadVersion, mayWriteAnalysis } from '../analysis/analysis-may.ts'
import { mayBeginTalk, mayReadNames, mayReadTalk, mayTendLine, mayWriteTalk } from '../datatalk/talk-may.ts'
import type { Moment } from '../kernel/day.ts'
import type { LearningTeamId, PersonId, SchoolId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import { mayImportResults } from '../result/import-may.ts'
import type { Actor } from '../session/actor.ts'
import { mayChangeContext, mayReadContext } from '../trend/context-may.ts'
import { mayReadTrends } from '../trend/trend-may.ts'

type Ask = (actor: Actor) => May

const AT = '2026-11-19T09:42:00.000Z' as Moment
const TEAM = 'team' as LearningTeamId
/** Data talks: of the learning team, running, shared and ended, and one of the whole team. */
const RUNNING = { team: TEAM, schoolId: 'school' as SchoolId, sharedAt: null, endedAt: null }
const SHARED = { ...RUNNING, sharedAt: AT }
const ENDED = { ...RUNNING, endedAt: AT }
const WHOLE = { ...RUNNING, team: null }
const LINE = { author: 'team-member' as PersonId }

/** Every act on test results and trends, ambitions, data talks and analyses. */
export const trendActs = (): Record<string, Ask> => ({
  'see figures over groups of pupils': (actor) => mayReadTrends(actor),
  'bring test results in': (actor) => mayImportResults(actor),
  'read weighting, spread and numbers of the school': (actor) => mayReadContext(actor),
  'fill in weighting, spread and numbers of the school': (actor) => mayChangeContext(actor),
  'read what teams want to reach': (actor) => mayReadAmbitions(actor),
  'make an ambition': (actor) => mayMakeAmbitions(actor),
  'change or close an ambition of a learning team, say of which goal it is': (actor) =>
    mayKeepAmbition(actor, TEAM),
  'change or close an ambition of the whole team': (actor) => mayKeepAmbition(actor, null),
  'begin a data talk of a learning team': (actor) => mayBeginTalk(actor, TEAM),
  'begin a data talk of the whole team': (actor) => mayBeginTalk(actor, null),
  'read a data talk of a learning team': (actor) => mayReadTalk(actor, RUNNING),
  'read a data talk that was shared with the team': (actor) => mayReadTalk(actor, SHARED),
  'read in a shared data talk who said what': (actor) => mayReadNames(actor, SHARED),
  'write in a data talk of a learning team': (actor) => mayWriteTalk(actor, RUNNING),
  'write in a data talk of the whole team': (actor) => mayWriteTalk(actor, WHOLE),
  'write in a data talk that was ended': (actor) => mayWriteTalk(actor, ENDED),
  'change or take back a line of a data talk (written by the team member)': (actor) =>
    mayTendLine(actor, RUNNING, LINE),
  'begin, write and share an analysis': (actor) => mayWriteAnalysis(actor),
  'see which analyses are shared': (actor) => mayReadAnalyses(actor),
  'read an analysis that was shared': (actor) => mayReadVersion(actor, SHARED),
  'read an analysis that was not shared yet': (actor) => mayReadVersion(actor, RUNNING),
})
