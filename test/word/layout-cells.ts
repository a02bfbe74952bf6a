import type { PlanForm } from '../../app/form/plan-form.ts'
import { bold, p, tbl, tc, tr } from './docx-out.ts'
import { isTeam, type Pair, PLAIN, paras, type Track, trackPairs, type Words } from './layout-frame.ts'

export const cell = (value: string | null) => tc(paras(value))
export const labelCell = (label: string) => tc(p([bold(label)]))
export const twoColumns = (pairs: readonly Pair[], first = '') =>
  tbl(first, ...pairs.map(([label, value]) => tr(labelCell(label), cell(value))))
export const goalHeading = (title: string | null) => p(title ?? '', { style: 'Kop2' })
export const named = (track: Track) => (isTeam(track) ? 'Leerteam' : 'Leraar')
export const DOEL: Words = {
  ...PLAIN,
  goal: 'Doel',
  share: 'Opbrengst delen met',
  coordinator: 'Inzet IB',
  teacher: 'Inzet leerkracht',
  third: 'Derden',
  executedBy: 'Wie',
}

export const inRows = (tracks: readonly Track[], words: Words) => {
  const labels = trackPairs(tracks[0] as Track, words).map(([label]) => labelCell(label))
  return tbl(
    tr(labelCell(named(tracks[0] as Track)), ...labels),
    ...tracks.map((track) =>
      tr(tc(track.name ?? ''), ...trackPairs(track, words).map(([, value]) => cell(value))),
    ),
  )
}
export const inColumns = (tracks: readonly Track[]) => {
  const labels = trackPairs(tracks[0] as Track).map(([label]) => label)
  return tbl(
    tr(tc(''), ...tracks.map((track) => labelCell(track.name ?? ''))),
    ...labels.map((label, at) =>
      tr(labelCell(label), ...tracks.map((track) => cell(trackPairs(track)[at]?.[1] ?? null))),
    ),
  )
}
export const chunks = <T>(list: readonly T[], size: number): T[][] =>
  list.length ? [list.slice(0, size), ...chunks(list.slice(size), size)] : []
export const pairsOf = <T>(list: readonly T[]) => chunks(list, 2)

export const goalsInRows = (plan: readonly PlanForm['generalGoals'][number][], words: Words) =>
  tbl(
    tr(
      ...['Doel', 'Startsituatie', words.approach, words.executedBy, words.coordinator, words.evaluation].map(
        labelCell,
      ),
    ),
    ...plan.map((goal) =>
      tr(
        tc(goal.title ?? ''),
        cell(goal.startSituation),
        cell(goal.approach),
        cell(goal.executedBy),
        cell(goal.coordinatorEffort),
        cell(goal.evaluation),
      ),
    ),
  )
