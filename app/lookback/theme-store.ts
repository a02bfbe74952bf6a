import type { Db, Sql } from '../db/database.ts'
import { chooseTogether } from '../evaluation/team-look-store.ts'
import type { Moment } from '../kernel/day.ts'
import { type MeetingId, type MeetingItemId, newId, type SayId, type ThemeId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { itemOf, type MeetingItem } from '../meeting/meeting.ts'
import { mayRun } from '../meeting/meeting-may.ts'
import { layInTheme } from '../meeting/say-theme-store.ts'
import { changeMeeting, type InMeeting } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import { personOf } from '../session/actor.ts'
import type { LookNo } from './look-back.ts'
import { MOST_THEMES, notesOf, parseThemeOutcome, parseThemeTitle, type Theme } from './theme.ts'

/** Sole writer of meeting_theme; which theme a note lies in stands with the note. */

export async function readThemes(db: Db, actor: Actor, meetingId: MeetingId): Promise<Theme[]> {
  return db.read(actor, (sql) => loadThemes(sql, actor, meetingId))
}

async function loadThemes(sql: Sql, actor: Actor, meetingId: MeetingId): Promise<Theme[]> {
  const rows = await sql
    .selectFrom('meeting_theme')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('school_id', '=', actor.schoolId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    item: row.item_id,
    title: row.title,
    position: row.position,
    outcome: row.outcome,
    becomesGoal: row.becomes_goal === 1,
  }))
}

type InThemes = InMeeting & { readonly item: MeetingItem; readonly themes: readonly Theme[] }

/** An act on the themes of an item, by who leads the meeting. Null: no such meeting. */
export function changeThemes<Done>(
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  act: (at: InThemes) => Promise<Done | LookNo>,
): Promise<Done | LookNo | null> {
  return changeMeeting<Done | LookNo>(db, seat.actor, seat.meetingId, async (at) => {
    const may = mayRun(seat, at.scene.meeting)
    if (!may.may) return { refused: 'may-not', because: may.because }
    if (at.scene.meeting.phase !== 'running') return refuse('not-running')
    const item = itemOf(at.scene, itemId)
    if (item === null) return refuse('item-gone')
    if (!HAS_THEMES.includes(item.kind)) return refuse('no-themes-here')
    const all = await loadThemes(at.sql, seat.actor, seat.meetingId)
    return act({ ...at, item, themes: all.filter((theme) => theme.item === itemId) })
  })
}

const HAS_THEMES: readonly MeetingItem['kind'][] = ['themes', 'coordinator-part', 'plan-itself']

/** A theme by its title, last of all; the notes that are named lie in it from then on. */
export const addTheme = (
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  given: { readonly title: string; readonly notes?: readonly SayId[] },
  now: Moment,
): Promise<ThemeId | LookNo | null> =>
  changeThemes<ThemeId>(db, seat, itemId, async (at) => {
    const title = parseThemeTitle(given.title)
    if (isRefusal(title)) return title
    const id = await insertTheme(at, seat, title, now)
    if (isRefusal(id)) return id
    for (const note of given.notes ?? []) {
      const no = await layNote(at, seat, note, id)
      if (no) return no
    }
    return id
  })

async function insertTheme(at: InThemes, seat: Seat, title: string, now: Moment): Promise<ThemeId | LookNo> {
  const same = at.themes.find((theme) => theme.title.toLowerCase() === title.toLowerCase())
  if (same) return same.id
  if (at.themes.length >= MOST_THEMES) return refuse('enough-themes')
  const id = newId<'theme'>()
  await at.sql
    .insertInto('meeting_theme')
    .values({
      id,
      school_id: seat.schoolId,
      meeting_id: seat.meetingId,
      item_id: at.item.id,
      title,
      position: Math.max(0, ...at.themes.map(({ position }) => position)) + 1,
      outcome: '',
      becomes_goal: 0,
      made_at: now,
      made_by: personOf(seat.actor),
      removed_at: null,
    })
    .execute()
  return id
}

/** Lays notes in themes, one by one as a form says; null takes a note out of its theme. */
export const placeNotes = (
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  places: ReadonlyMap<SayId, ThemeId | null>,
): Promise<'placed' | LookNo | null> =>
  changeThemes(db, seat, itemId, async (at) => {
    for (const [note, theme] of places) {
      const no = await layNote(at, seat, note, theme)
      if (no) return no
    }
    return 'placed' as const
  })

async function layNote(at: InThemes, seat: Seat, note: SayId, theme: ThemeId | null): Promise<LookNo | null> {
  if (!notesOf(at.scene.says, at.item.id).some(({ id }) => id === note)) return refuse('note-gone')
  const isNew = theme !== null && !at.themes.some(({ id }) => id === theme)
  if (isNew && !(await isThere(at, seat, theme))) return refuse('theme-gone')
  await layInTheme(at.sql, seat, note, theme)
  return null
}

async function isThere({ sql, item }: InThemes, seat: Seat, theme: ThemeId) {
  const all = await loadThemes(sql, seat.actor, seat.meetingId)
  return all.some(({ id, item: of }) => id === theme && of === item.id)
}

/** Another title, or none any more: then its notes lie loose again. */
export const renameTheme = (db: Db, seat: Seat, itemId: MeetingItemId, theme: ThemeId, raw: string) =>
  changeThemes(db, seat, itemId, async (at) => {
    const title = parseThemeTitle(raw)
    if (isRefusal(title)) return title
    if (!at.themes.some(({ id }) => id === theme)) return refuse('theme-gone')
    await setTheme(at, seat, theme, { title })
    return 'renamed' as const
  })

export const removeTheme = (
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  theme: ThemeId,
  now: Moment,
): Promise<'removed' | LookNo | null> =>
  changeThemes(db, seat, itemId, async (at) => {
    const there = at.themes.find(({ id }) => id === theme)
    if (!there) return refuse('theme-gone')
    for (const { id } of notesOf(at.scene.says, at.item.id).filter((note) => note.theme === theme))
      await layNote(at, seat, id, null)
    await setTheme(at, seat, theme, { removed_at: now })
    if (there.becomesGoal) await becomeGoal(at, seat, { ...there, becomesGoal: false }, now)
    return 'removed' as const
  })

export type SaidOfTheme = { readonly outcome: string; readonly becomesGoal: boolean }

/** What the team says of a theme, and whether it becomes a goal of next year's plan. */
export const sayOfTheme = (
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  theme: ThemeId,
  given: SaidOfTheme,
  now: Moment,
): Promise<'said' | LookNo | null> =>
  changeThemes(db, seat, itemId, async (at) => {
    const there = at.themes.find(({ id }) => id === theme)
    if (!there) return refuse('theme-gone')
    const outcome = parseThemeOutcome(given.outcome)
    if (isRefusal(outcome)) return outcome
    const becomes_goal = given.becomesGoal ? 1 : 0
    await setTheme(at, seat, theme, { outcome, becomes_goal })
    if (there.becomesGoal === given.becomesGoal) return 'said' as const
    return (
      (await becomeGoal(at, seat, { ...there, becomesGoal: given.becomesGoal }, now)) ?? ('said' as const)
    )
  })

type Set = { title?: string; outcome?: string; becomes_goal?: number; removed_at?: Moment }

const setTheme = ({ sql }: InMeeting, seat: Seat, id: ThemeId, set: Set) =>
  sql
    .updateTable('meeting_theme')
    .set(set)
    .where('id', '=', id)
    .where('school_id', '=', seat.schoolId)
    .where('meeting_id', '=', seat.meetingId)
    .execute()

/** Lays it down with the plan that is looked back at: next year's plan begins with it. */
async function becomeGoal(at: InThemes, seat: Seat, theme: Theme, now: Moment): Promise<LookNo | null> {
  const { planId } = at.scene.meeting
  const plan = planId && (await readPlan(at.tx, seat.actor, planId))
  if (!plan) return refuse('no-plan')
  const choice = theme.becomesGoal ? 'goal' : null
  const given = { kind: 'theme', subjectId: theme.id, choice, text: theme.title } as const
  return (await chooseTogether(at.tx, seat.actor, plan, given, true, now)) as LookNo | null
}
