import { bold, p, tbl, tc, tr } from './docx-out.ts'
import {
  cell,
  chunks,
  DOEL,
  goalHeading,
  goalsInRows,
  inColumns,
  inRows,
  labelCell,
  named,
  pairsOf,
  twoColumns,
} from './layout-cells.ts'
import { framed, goalPairs, headOf, type Layout, paras, trackPairs } from './layout-frame.ts'

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
]
