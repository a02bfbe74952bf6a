import type { PlanForm } from '../../app/form/plan-form.ts'
import { GOAL_FIELDS, LEARNING_TEAM_TRACK_FIELDS, TEACHER_TRACK_FIELDS } from '../../app/form/plan-form.ts'

/** How many fields of a file were read right; `wrong` holds misplaced texts too, `invented` what is not in the file. */
export type Score = { right: number; missed: number; wrong: number; invented: number; faults: string[] }

export const emptyScore = (): Score => ({ right: 0, missed: 0, wrong: 0, invented: 0, faults: [] })
export const total = (score: Score) => score.right + score.missed + score.wrong + score.invented

export function add(sum: Score, one: Score, name: string) {
  for (const key of ['right', 'missed', 'wrong', 'invented'] as const) sum[key] += one[key]
  sum.faults.push(...one.faults.map((fault) => `${name}: ${fault}`))
}

/** Text as the fixtures' README compares it. */
const same = (text: string) =>
  text
    .replace(/\u00a0/g, ' ')
    .replace(/\u2011/g, '-')
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const sameName = (text: string) =>
  same(text.replace(/\([^)]*\)/g, ' '))
    .toLowerCase()
    .replace(/^(?:leraar|leerkracht|leerteam)\s*:?\s*/, '')

const empty = (text: string | null) => text === null || /^(?:[-–—]|n\.v\.t\.?)?$/i.test(same(text))

/** Compares what was read with what a careful reader would get out of the file. */
export function compare(found: PlanForm, wanted: PlanForm): Score {
  const score = emptyScore()
  one(score, 'title', found.title, wanted.title)
  one(score, 'schoolYear', found.schoolYear, wanted.schoolYear)
  const principles = Math.max(found.principles.length, wanted.principles.length)
  for (let at = 0; at < principles; at++) {
    one(score, `principles ${at}`, found.principles[at] ?? null, wanted.principles[at] ?? null)
  }
  const lists = [
    ['generalGoals', GOAL_FIELDS],
    ['teamGoals', GOAL_FIELDS],
    ['teacherTracks', TEACHER_TRACK_FIELDS],
    ['learningTeamTracks', LEARNING_TEAM_TRACK_FIELDS],
  ] as const
  for (const [list, fields] of lists) {
    const rows = Math.max(found[list].length, wanted[list].length)
    for (let at = 0; at < rows; at++) {
      const a = found[list][at] as Record<string, string | null> | undefined
      const b = wanted[list][at] as Record<string, string | null> | undefined
      for (const field of fields) one(score, `${list} ${at} ${field}`, a?.[field] ?? null, b?.[field] ?? null)
    }
  }
  return score
}

function one(score: Score, at: string, found: string | null, wanted: string | null) {
  if (empty(found) && empty(wanted)) return
  const equal = at.endsWith(' name')
    ? sameName(found ?? '') === sameName(wanted ?? '')
    : same(found ?? '') === same(wanted ?? '')
  const kind = equal ? 'right' : empty(found) ? 'missed' : empty(wanted) ? 'invented' : 'wrong'
  score[kind] += 1
  if (!equal)
    score.faults.push(`${at} ${kind}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`)
}
