import type { AmbitionSheet } from '../ambition/ambition-sheet.ts'
import { ambitionSheetsOf } from '../ambition/ambition-sheet-store.ts'
import { ambitionTitle, standText } from '../ambition/stand-text.ts'
import type { Db } from '../db/database.ts'
import type { AgendaPoint, PointRoom } from '../deciding/item-point-slot-desk.ts'
import { type DataTalkId, parseId, type SchoolId } from '../kernel/id.ts'
import { LANGUAGES, type Language } from '../kernel/language.ts'
import { writeRich } from '../kernel/rich.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { entryOf } from '../plan/plan.ts'
import { anybodyOf, sightOf } from '../plan/plan-sight.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Team } from '../school/team.ts'
import { readTeam } from '../school/team-store.ts'
import type { Actor } from '../session/actor.ts'
import { nameOfGoal } from './doing-desk.ts'
import { doingText } from './doing-text.ts'
import { factKeys, factsOf } from './fact.ts'
import { sayFact } from './fact-text.ts'
import { isStillSo } from './numbers-desk.ts'
import { numbersOf } from './numbers-store.ts'
import { linesIn, type Talk, type TalkHead } from './talk.ts'
import { ambitionsIn, teamName } from './talk-desk.ts'
import { standingGoal } from './talk-goal-store.ts'
import { loadHeads } from './talk-load.ts'
import { talkHref } from './talk-sheet.ts'
import { readTalk } from './talk-store.ts'
import { talkText, talkTitle } from './talk-text.ts'

/** So many sentences of a part can be read on the wall. */
const SAID = 3

/** Talks as points on an agenda. */
export const talkPoints: PointRoom = {
  pieces: async (db, schoolId, point, language) => {
    const head = await headOf(db, schoolId, point)
    return head && talkPieces(db, schoolId, head.id, language)
  },
  titles: async (db, schoolId, point) => {
    const head = await headOf(db, schoolId, point)
    return head && titlesOf(head, await readTeam(db, anybodyOf(schoolId)))
  },
}

/** Of which talk a point is; one of before that was kept goes by its name and its meeting. */
async function headOf(db: Db, schoolId: SchoolId, point: AgendaPoint): Promise<TalkHead | null> {
  const { subjectId, meetingId, title } = point
  const id = parseId<'data-talk'>(subjectId)
  if (id === null && (subjectId !== null || !isTalkName(title))) return null
  const anybody = anybodyOf(schoolId)
  const heads = await db.read({ schoolId }, (sql) => loadHeads(sql, anybody))
  if (id) return heads.find((head) => head.id === id) ?? null
  const team = await readTeam(db, anybody)
  const isOf = (head: TalkHead) =>
    head.meetingId === meetingId && Object.values(titlesOf(head, team)).includes(title)
  return heads.find(isOf) ?? null
}

const isTalkName = (title: string) =>
  LANGUAGES.some((language) => title.startsWith(doingText(language).meeting.title('')))

function titlesOf(head: TalkHead, team: Team) {
  const titleIn = (language: Language) =>
    doingText(language).meeting.title(talkTitle(language, head, teamName(team, head)))
  return { nl: titleIn('nl'), en: titleIn('en') }
}

/**
 * What the room sees of a talk on its agenda, with the eyes of whoever is of the team: what was seen, what is wanted and
 * where that stands, and the goal. Of a talk that is not shared only that it is so.
 */
export async function talkPieces(
  db: Db,
  schoolId: SchoolId,
  id: DataTalkId,
  language: Language,
): Promise<SheetPiece[]> {
  const anybody = anybodyOf(schoolId)
  const talk = await readTalk(db, anybody, id)
  const { meeting: text } = doingText(language)
  if (talk === null) return [pieceOf('', [text.notShared])]
  const sheets = ambitionsIn(await ambitionSheetsOf(db, anybody), talk)
  const pieces = [
    pieceOf(text.seen, await seenIn(db, anybody, talk, language)),
    pieceOf(text.wanted, wantedIn(talk, sheets, language)),
    pieceOf(text.done, await doneIn(db, anybody, talk, language)),
  ].filter((piece) => piece.text !== '')
  const last = pieces.pop() ?? pieceOf('', [text.nothing])
  return [...pieces, { ...last, more: { href: talkHref(talk), words: text.toTalk } }]
}

function pieceOf(label: string, lines: readonly string[]): SheetPiece {
  const items = lines.map((text) => [{ text }])
  const [only] = items
  const isList = items.length > 1
  const text = isList
    ? [{ kind: 'bullets' as const, items }]
    : [{ kind: 'paragraph' as const, runs: only ?? [] }]
  return { label, before: null, text: writeRich(text) }
}

/** What the figures say today; what they said before is left to the talk. */
async function seenIn(db: Db, actor: Actor, talk: Talk, language: Language): Promise<string[]> {
  const numbers = await numbersOf(db, actor)
  const offered = new Set(factsOf(numbers, talk.subject).flatMap(factKeys))
  return linesIn(talk, 'data')
    .filter(({ fact }) => fact === null || isStillSo(numbers, fact, offered))
    .slice(0, SAID)
    .map(({ fact, words }) =>
      fact === null ? `${words} (${talkText(language).notChecked})` : sayFact(language, fact),
    )
}

/** The ambitions with where they stand; without one what was said of it. */
function wantedIn(talk: Talk, sheets: readonly AmbitionSheet[], language: Language): string[] {
  const aims = sheets.map(
    (sheet) => `${ambitionTitle(language, sheet.ambition)}. ${standText(language, sheet)}`,
  )
  return (aims.length > 0 ? aims : linesIn(talk, 'aim').map(({ words }) => words)).slice(0, SAID)
}

/** The goal as whoever is of the team sees it; without one what was said that is to be done. */
async function doneIn(db: Db, actor: Actor, talk: Talk, language: Language): Promise<string[]> {
  const standing = await standingGoal(db, actor, talk.goal)
  const acts = linesIn(talk, 'act').map(({ words }) => words)
  if (standing === null) return acts.slice(0, SAID)
  const { plan, entry, proposed } = standing
  const { made } = doingText(language)
  if (entry === null) return [`${proposed} (${made.proposed})`]
  const seen = entryOf(sightOf(plan, actor), entry.id)
  const name = seen ? nameOfGoal(seen, await readRoster(db, actor)) : ''
  return name === '' ? acts.slice(0, SAID) : [`${made.goal} ${name}`]
}
