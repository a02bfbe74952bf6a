import { bold, p, run, tbl, tc, tr } from './docx-out.ts'
import { cell, goalHeading, labelCell, named, twoColumns } from './layout-cells.ts'
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
  paras,
  type Track,
  trackPairs,
} from './layout-frame.ts'

export const GRIDS: Layout[] = [
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
