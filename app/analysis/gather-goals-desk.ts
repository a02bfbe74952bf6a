import { goalHref, type MadeGoal } from '../adoption/goal-place.ts'
import type { AmbitionSheet } from '../ambition/ambition-sheet.ts'
import { ambitionSheetsOf } from '../ambition/ambition-sheet-store.ts'
import { ambitionTitle, fromText, standText } from '../ambition/stand-text.ts'
import type { Talk } from '../datatalk/talk.ts'
import { standingGoal } from '../datatalk/talk-goal-store.ts'
import { sharedTalksOf } from '../datatalk/talk-store.ts'
import { talkTitle } from '../datatalk/talk-text.ts'
import type { Db } from '../db/database.ts'
import { dayOf, longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { plainOf } from '../kernel/rich.ts'
import { nextYear, type SchoolYear } from '../kernel/school-year.ts'
import { inWords } from '../kernel/sentence.ts'
import { type Entry, isGoal, textOf } from '../plan/entry.ts'
import { entryOf } from '../plan/plan.ts'
import { lookupOf, trackName } from '../plan/plan-sheet.ts'
import { anybodyOf, sightOf } from '../plan/plan-sight.ts'
import { readRoster } from '../plan/roster-store.ts'
import { readTeam } from '../school/team-store.ts'
import type { Actor } from '../session/actor.ts'
import { numbersText } from './numbers-text.ts'
import { EMPTY_PART, type Report, type ReportPart, type Story, talkHrefOf } from './report.ts'

/**
 * What the school wants, talked about and agreed, as everybody of the school reads it. What people said in a talk stays in the
 * talk, where they can take it back: of it only its title is kept.
 */
export async function gatherGoals(
  db: Db,
  actor: Actor,
  schoolYear: SchoolYear,
): Promise<(language: Language) => Pick<Report, 'ambitions' | 'talks' | 'agreements'>> {
  const sheets = (await ambitionSheetsOf(db, actor)).filter((one) => isOfYear(one, schoolYear))
  const { learningTeams } = await readTeam(db, actor)
  const talks = (await sharedTalksOf(db, actor))
    .filter((talk) => talk.schoolYear === schoolYear || talk.schoolYear === nextYear(schoolYear))
    .map((talk): Told => ({ talk, team: learningTeams.find(({ id }) => id === talk.team)?.name ?? null }))
  const agreed = await agreedOf(db, actor, sheets, talks)
  return (language) => ({
    ambitions: partOf(
      sheets.map((one) => ambitionStory(one, language)),
      language,
    ),
    talks: partOf(
      talks.map((one) => talkStory(one, language)),
      language,
      MOST_TOLD,
    ),
    agreements: partOf(
      agreed.map((one) => agreedStory(one, language)),
      language,
    ),
  })
}

/** More is read on their own pages; it is said how many those are. */
const MOST_STORIES = 6
/** With what the team made of them. */
const MOST_TOLD = 3
/** Of one of them. */
const MOST_LINES = 4

const partOf = (stories: readonly Story[], language: Language, most = MOST_STORIES): ReportPart => ({
  ...EMPTY_PART,
  stories: stories.slice(0, most),
  sentences:
    stories.length > most
      ? [numbersText(language).andMore(inWords(most, language), stories.length - most)]
      : [],
})

/** Running, or meant for this year. */
const isOfYear = ({ ambition: { ended, by } }: AmbitionSheet, schoolYear: SchoolYear) =>
  ended === null || by === schoolYear

function ambitionStory(sheet: AmbitionSheet, language: Language): Story {
  const { ambition, team, stand } = sheet
  const from = stand.is === 'not-measured' ? '' : fromText(language, sheet)
  return {
    title: ambitionTitle(language, ambition),
    under: team ?? numbersText(language).wholeTeam,
    lines: [[from, standText(language, sheet)].filter((one) => one !== '').join(' ')],
    href: `/trends/ambitions/${ambition.id}`,
  }
}

type Told = { readonly talk: Talk; readonly team: string | null }

/** What was said in it is read with it (`talk-words-desk.ts`), and not kept. */
function talkStory({ talk, team }: Told, language: Language): Story {
  const day = talk.sharedAt === null ? '' : longDay(dayOf(new Date(talk.sharedAt)), language)
  return {
    title: talkTitle(language, talk, team),
    under: numbersText(language).sharedOn(day),
    lines: [],
    href: talkHrefOf(talk.id),
  }
}

/** A goal, and what it came from. */
type Agreed = {
  readonly title: string
  readonly kind: Entry['kind'] | 'proposed'
  readonly href: string
  readonly ambitions: readonly AmbitionSheet[]
  readonly talks: readonly Told[]
}

/** The goals and learning teams' tracks that ambitions and talks ended in, as they stand in the plan now. */
async function agreedOf(
  db: Db,
  actor: Actor,
  sheets: readonly AmbitionSheet[],
  talks: readonly Told[],
): Promise<Agreed[]> {
  const ties = [...sheets.map(({ ambition }) => ambition.tie), ...talks.map(({ talk }) => talk.goal)]
  const goals = new Map(ties.flatMap((tie) => (tie ? [[keyOf(tie), tie] as const] : [])))
  const nameOf = await namesFor(db, actor)
  const agreed: Agreed[] = []
  for (const [key, tie] of goals) {
    const goal = await goalSeen(db, actor, tie, nameOf)
    if (goal === null) continue
    agreed.push({
      ...goal,
      ambitions: sheets.filter(({ ambition }) => ambition.tie && keyOf(ambition.tie) === key),
      talks: talks.filter(({ talk }) => talk.goal && keyOf(talk.goal) === key),
    })
  }
  return agreed
}

const keyOf = ({ entryId, amendmentId }: MadeGoal) => entryId ?? amendmentId ?? ''

async function namesFor(db: Db, actor: Actor) {
  const lookup = lookupOf(await readRoster(db, actor))
  return (entry: Entry) => (isGoal(entry) ? plainOf(textOf(entry, 'title')) : trackName(entry, lookup))
}

/** As everybody of the school sees it; null when it has gone, or is the track of one person. */
async function goalSeen(db: Db, actor: Actor, tie: MadeGoal, nameOf: (entry: Entry) => string) {
  const standing = await standingGoal(db, actor, tie)
  if (standing === null) return null
  const href = goalHref(standing.goal)
  if (standing.entry === null) return { title: plainOf(standing.proposed), kind: 'proposed' as const, href }
  const seen = entryOf(sightOf(standing.plan, anybodyOf(actor.schoolId)), standing.entry.id)
  return seen && seen.kind !== 'teacher-track' ? { title: nameOf(seen), kind: seen.kind, href } : null
}

function agreedStory({ title, kind, href, ambitions, talks }: Agreed, language: Language): Story {
  const text = numbersText(language)
  return {
    title,
    under: kind === 'proposed' ? text.proposed : text.kind[kind],
    lines: [
      ...ambitions.map(({ ambition }) => text.ambition(ambitionTitle(language, ambition))),
      ...talks.map(({ talk, team }) => text.talk(talkTitle(language, talk, team))),
    ].slice(0, MOST_LINES),
    href,
  }
}
