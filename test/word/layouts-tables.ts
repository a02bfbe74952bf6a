import type { PlanForm } from '../../app/plan/plan-form.ts'
import { bold, p, run, tbl, tc, tr } from './docx-out.ts'
import {
  boldLine,
  flat,
  framed,
  goalPairs,
  headOf,
  isTeam,
  type Layout,
  labelled,
  type Pair,
  PLAIN,
  paras,
  type Track,
  trackPairs,
  type Words,
} from './layout-frame.ts'

const cell = (value: string | null) => tc(paras(value))
const labelCell = (label: string) => tc(p([bold(label)]))
const twoColumns = (pairs: readonly Pair[], first = '') =>
  tbl(first, ...pairs.map(([label, value]) => tr(labelCell(label), cell(value))))
const goalHeading = (title: string | null) => p(title ?? '', { style: 'Kop2' })
const named = (track: Track) => (isTeam(track) ? 'Leerteam' : 'Leraar')
const DOEL: Words = {
  ...PLAIN,
  goal: 'Doel',
  share: 'Opbrengst delen met',
  coordinator: 'Inzet IB',
  teacher: 'Inzet leerkracht',
  third: 'Derden',
  executedBy: 'Wie',
}

const inRows = (tracks: readonly Track[], words: Words) => {
  const labels = trackPairs(tracks[0] as Track, words).map(([label]) => labelCell(label))
  return tbl(
    tr(labelCell(named(tracks[0] as Track)), ...labels),
    ...tracks.map((track) =>
      tr(tc(track.name ?? ''), ...trackPairs(track, words).map(([, value]) => cell(value))),
    ),
  )
}
const inColumns = (tracks: readonly Track[]) => {
  const labels = trackPairs(tracks[0] as Track).map(([label]) => label)
  return tbl(
    tr(tc(''), ...tracks.map((track) => labelCell(track.name ?? ''))),
    ...labels.map((label, at) =>
      tr(labelCell(label), ...tracks.map((track) => cell(trackPairs(track)[at]?.[1] ?? null))),
    ),
  )
}
const chunks = <T>(list: readonly T[], size: number): T[][] =>
  list.length ? [list.slice(0, size), ...chunks(list.slice(size), size)] : []
const pairsOf = <T>(list: readonly T[]) => chunks(list, 2)

const goalsInRows = (plan: readonly PlanForm['generalGoals'][number][], words: Words) =>
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

export const TABLES: Layout[] = [
  {
    name: 'een tabel per leraar, label links',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) => goalHeading(goal.title) + twoColumns(goalPairs(goal)) + p(''),
        track: (track) => p(headOf(track), { style: 'Kop2' }) + twoColumns(trackPairs(track)) + p(''),
      }),
    }),
  },
  {
    name: 'tabel met samengevoegde kopregel met de naam',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          twoColumns(goalPairs(goal), tr(tc(p([bold(`Doel ${at + 1}: ${goal.title}`)]), { span: 2 }))) +
          p(''),
        track: (track) =>
          twoColumns(trackPairs(track), tr(tc(p([bold(headOf(track, 'Leerkracht'))]), { span: 2 }))) + p(''),
      }),
    }),
  },
  {
    name: 'naam als eerste rij van de tabel, geen koppen',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) => twoColumns([['Doel', goal.title], ...goalPairs(goal)]) + p(''),
        track: (track) => twoColumns([[named(track), track.name], ...trackPairs(track)]) + p(''),
      }),
    }),
  },
  {
    name: 'een grote tabel, een rij per leraar',
    write: (plan) => ({
      body: framed(plan, {
        goal: () => '',
        track: () => '',
        goals: (goals) => goalsInRows(goals, DOEL),
        tracks: (tracks) => inRows(tracks, DOEL),
      }),
    }),
  },
  {
    name: 'een rij per label, een kolom per leraar',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) => goalHeading(goal.title) + twoColumns(goalPairs(goal)),
        track: () => '',
        tracks: (tracks) =>
          chunks(tracks, 3)
            .map(
              (some) =>
                (some.length > 1
                  ? inColumns(some)
                  : some
                      .map((track) => p(headOf(track), { style: 'Kop2' }) + twoColumns(trackPairs(track)))
                      .join('')) + p(''),
            )
            .join(''),
      }),
    }),
  },
  {
    name: 'twee paren naast elkaar',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) =>
          goalHeading(goal.title) +
          tbl(
            ...pairsOf(goalPairs(goal)).map((two) =>
              tr(...two.flatMap(([label, value]) => [labelCell(label), cell(value)])),
            ),
          ),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          tbl(
            ...pairsOf(trackPairs(track)).map((two) =>
              tr(...two.flatMap(([label, value]) => [labelCell(label), cell(value)])),
            ),
          ),
      }),
    }),
  },
  {
    name: 'label als eerste regel in de cel',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) =>
          goalHeading(goal.title) +
          tbl(
            ...pairsOf(goalPairs(goal)).map((two) =>
              tr(...two.map(([label, value]) => tc(p([bold(label)]) + paras(value)))),
            ),
          ),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          tbl(
            ...chunks(trackPairs(track), 3).map((three) =>
              tr(...three.map(([label, value]) => tc(p([bold(`${label}:`)]) + paras(value)))),
            ),
          ),
      }),
    }),
  },
  {
    name: 'rij labels, rij teksten, om en om',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) =>
          goalHeading(goal.title) +
          tbl(
            tr(...goalPairs(goal).map(([label]) => labelCell(label))),
            tr(...goalPairs(goal).map(([, value]) => cell(value))),
          ),
        track: (track) =>
          tbl(
            tr(tc(p([bold(headOf(track))]), { span: 3 })),
            ...chunks(trackPairs(track), 3).flatMap((three) => [
              tr(...three.map(([label]) => labelCell(label))),
              tr(...three.map(([, value]) => cell(value))),
            ]),
          ) + p(''),
      }),
    }),
  },
  {
    name: 'naam links over alle rijen samengevoegd',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) => goalHeading(goal.title) + twoColumns(goalPairs(goal)),
        track: () => '',
        tracks: (tracks) =>
          tbl(
            ...tracks.flatMap((track) =>
              trackPairs(track).map(([label, value], at) =>
                tr(
                  tc(at === 0 ? p([bold(track.name ?? '')]) : p(''), {
                    merge: at === 0 ? 'restart' : 'continue',
                  }),
                  labelCell(label),
                  cell(value),
                ),
              ),
            ),
          ),
      }),
    }),
  },
  {
    name: 'liggende tabel met Inzet boven drie kolommen',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) => goalHeading(goal.title) + twoColumns(goalPairs(goal)),
        track: () => '',
        tracks: (tracks) => {
          const team = isTeam(tracks[0] as Track)
          const top = ['Beginsituatie', 'Doel', 'Aanpak', 'Ondersteuning', 'Evaluatie', 'Opbrengst delen met']
          return tbl(
            tr(
              tc(named(tracks[0] as Track), { merge: 'restart' }),
              ...top.map((label) => tc(label, { merge: 'restart' })),
              tc('Inzet', { span: 3 }),
            ),
            tr(
              tc('', { merge: 'continue' }),
              ...top.map(() => tc('', { merge: 'continue' })),
              tc(team ? 'leden' : 'leraar'),
              tc('IB’er'),
              tc('derden'),
            ),
            ...tracks.map((track) =>
              tr(tc(track.name ?? ''), ...trackPairs(track).map(([, value]) => cell(value))),
            ),
          )
        },
      }),
    }),
  },
  {
    name: 'het hele plan in een tabel',
    write: (plan) => {
      const wide = (text: string, b = true) => tr(tc(p([b ? bold(text) : run(text)]), { span: 2 }))
      const rows = (pairs: readonly Pair[]) =>
        pairs.map(([label, value]) => tr(labelCell(label), cell(value)))
      return {
        body:
          p(plan.title ?? '', { style: 'Titel' }) +
          p(`Schooljaar ${plan.schoolYear}`) +
          tbl(
            wide('UITGANGSPUNTEN EN PRINCIPES'),
            tr(tc(plan.principles.map((text) => p(text, { list: 1 })).join(''), { span: 2 })),
            wide('ALGEMENE DOELEN'),
            ...plan.generalGoals.flatMap((goal, at) => [
              wide(`${at + 1}. ${goal.title}`),
              ...rows(goalPairs(goal)),
            ]),
            wide('SCHOOLTEAM'),
            ...plan.teamGoals.flatMap((goal, at) => [
              wide(`${at + 1}. ${goal.title}`),
              ...rows(goalPairs(goal)),
            ]),
            wide('LERAREN'),
            ...plan.teacherTracks.flatMap((track) => [wide(headOf(track)), ...rows(trackPairs(track))]),
            wide('LEERTEAMS'),
            ...plan.learningTeamTracks.flatMap((track) => [wide(headOf(track)), ...rows(trackPairs(track))]),
          ),
      }
    },
  },
  {
    name: 'tabel van een kolom, label boven tekst',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) =>
          goalHeading(goal.title) +
          tbl(...goalPairs(goal).flatMap(([label, value]) => [tr(labelCell(label)), tr(cell(value))])) +
          p(''),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          tbl(...trackPairs(track).flatMap(([label, value]) => [tr(labelCell(label)), tr(cell(value))])) +
          p(''),
      }),
    }),
  },
  {
    name: 'naam links, labels en tekst rechts in een cel',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) => goalHeading(goal.title) + twoColumns(goalPairs(goal)),
        track: () => '',
        tracks: (tracks) =>
          tbl(
            ...tracks.map((track) =>
              tr(
                tc(p([bold(track.name ?? '')])),
                tc(
                  trackPairs(track)
                    .map(([label, value]) => labelled(label, value))
                    .join(''),
                ),
              ),
            ),
          ),
      }),
    }),
  },
  {
    name: 'tabel in een tabel',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) => goalHeading(goal.title) + twoColumns(goalPairs(goal)),
        track: (track) =>
          tbl(tr(tc(p([bold(headOf(track))]))), tr(tc(twoColumns(trackPairs(track)) + p('')))) + p(''),
      }),
    }),
  },
  {
    name: 'eigen labels in de tabel, Inzet met drie rijen',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) =>
          goalHeading(goal.title) +
          twoColumns([...goalPairs(goal), ['Succescriteria', 'de leerlingen merken het']]),
        track: (track) => {
          const pairs = trackPairs(track)
          const effort = pairs
            .slice(6)
            .map(([label, value], at) =>
              tr(
                tc(at === 0 ? 'Inzet' : '', { merge: at === 0 ? 'restart' : 'continue' }),
                tc(label.replace('Inzet ', '')),
                cell(value),
              ),
            )
          return (
            p(headOf(track), { style: 'Kop2' }) +
            tbl(
              ...pairs
                .slice(0, 6)
                .map(([label, value]) => tr(labelCell(label), tc(paras(value), { span: 2 }))),
              tr(labelCell('Opmerkingen'), tc('in overleg', { span: 2 })),
              ...effort,
            )
          )
        },
      }),
    }),
  },
  {
    name: 'alinea’s en tabellen door elkaar',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          p(`${at + 1}. ${goal.title}`) +
          goalPairs(goal)
            .map(([label, value]) => p(`${label}: ${flat(value)}`))
            .join(''),
        track: (track, at) =>
          boldLine(headOf(track)) +
          (at % 2
            ? twoColumns(trackPairs(track))
            : trackPairs(track)
                .map(([label, value]) => p(`${label}: ${flat(value)}`))
                .join('')) +
          p(''),
      }),
    }),
  },
]
