import { bold, p, run, tbl, tc, tr } from './docx-out.ts'
import {
  cell,
  chunks,
  goalHeading,
  goalsInRows,
  inColumns,
  inRows,
  labelCell,
  named,
  twoColumns,
} from './layout-cells.ts'
import {
  boldLine,
  flat,
  framed,
  goalPairs,
  headOf,
  type Layout,
  labelled,
  type Pair,
  PLAIN,
  paras,
  type Track,
  trackPairs,
  type Words,
} from './layout-frame.ts'

const QUESTIONS: Words = {
  start: 'Hoe staat het er nu voor?',
  goal: 'Wat wil ik dit jaar leren?',
  approach: 'Hoe ga ik het aanpakken?',
  executedBy: 'Wie doen er mee?',
  support: 'Wie helpt mij daarbij?',
  evaluation: 'Wanneer en hoe kijken we terug?',
  share: 'Met wie deel ik wat ik geleerd heb?',
  teacher: 'Mijn eigen inzet',
  members: 'Bijdrage leden',
  coordinator: 'Wat is de rol van de intern begeleider?',
  third: 'Hulp van buiten de school',
  goalStart: 'Waar staan we nu?',
}
const labelsAbove = (pairs: readonly Pair[]) =>
  pairs
    .filter(([, value]) => value)
    .map(([label, value]) => p([bold(label)]) + paras(value))
    .join('')
const labelLines = (pairs: readonly Pair[]) => pairs.map(([label, value]) => labelled(label, value)).join('')
const wide = (text: string, span: number) => tr(tc(p([bold(text)]), { span }))
const counted = (texts: readonly string[]) =>
  p(texts.map((text, at) => `(${at + 1}) ${text.replace(/[.;]$/, '')}`).join('; '))

/** A name or a goal once, merged downward, beside a stack of labels and texts. */
const stacked = (word: string, entries: readonly (readonly [string | null, readonly Pair[]])[]) =>
  tbl(
    tr(labelCell(word), labelCell('Onderdeel'), labelCell('Afspraak')),
    ...entries.flatMap(([name, pairs]) =>
      pairs.map(([label, value], at) =>
        tr(
          tc(p(at ? '' : [bold(name ?? '')]), { merge: at ? 'continue' : 'restart' }),
          tc(label),
          cell(value),
        ),
      ),
    ),
  )

const beside = (word: string, entries: readonly (readonly [string | null, readonly Pair[]])[]) =>
  tbl(
    tr(labelCell(word), labelCell('Afspraken')),
    ...entries.map(([name, pairs]) => tr(tc(p([bold(name ?? '')])), tc(labelLines(pairs)))),
  )

/** What the exam of the recogniser by somebody else brought in. */
export const SHAPES: Layout[] = [
  {
    name: 'vragen als labels',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) => goalHeading(goal.title) + labelsAbove(goalPairs(goal, QUESTIONS)),
        track: (track) => p(headOf(track), { style: 'Kop2' }) + labelsAbove(trackPairs(track, QUESTIONS)),
      }),
    }),
  },
  {
    name: 'naam en doel links naast een stapel labels, met koprij',
    write: (plan) => ({
      body: framed(plan, {
        goal: () => '',
        goals: (goals) =>
          stacked(
            'Doel',
            goals.map((goal) => [goal.title, goalPairs(goal)]),
          ),
        track: () => '',
        tracks: (tracks) =>
          stacked(
            named(tracks[0] as Track),
            tracks.map((track) => [track.name, trackPairs(track)]),
          ),
      }),
    }),
  },
  {
    name: 'naam links, alle afspraken rechts, met koprij',
    write: (plan) => ({
      body: framed(plan, {
        goal: () => '',
        goals: (goals) =>
          beside(
            'Doel',
            goals.map((goal) => [goal.title, goalPairs(goal)]),
          ),
        track: () => '',
        tracks: (tracks) =>
          beside(
            named(tracks[0] as Track),
            tracks.map((track) => [track.name, trackPairs(track)]),
          ),
      }),
    }),
  },
  {
    name: 'koppen met letter en nummer, principes in een zin',
    write: (plan) => {
      let part = 64
      const section = (text: string) => {
        part += 1
        return boldLine(`${String.fromCharCode(part)}. ${text}`)
      }
      const number = (at: number) => `${String.fromCharCode(part)}.${at + 1}`
      return {
        body: framed(plan, {
          section,
          principles: counted,
          goal: (goal, at) => boldLine(`${number(at)} ${goal.title}`) + labelLines(goalPairs(goal)),
          track: (track, at) => boldLine(`${number(at)} ${track.name}`) + labelLines(trackPairs(track)),
        }),
        expected: { ...plan, principles: plan.principles.map((text) => text.replace(/[.;]$/, '')) },
      }
    },
  },
  {
    name: 'gegevens boven de kaart: leerkracht, groep, datum',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) => goalHeading(goal.title) + twoColumns(goalPairs(goal)),
        track: (track) =>
          tbl(
            tr(
              labelCell(`${named(track)}: ${track.name}`),
              labelCell('Groep: 4'),
              labelCell('Datum: 3 juni 2026'),
            ),
            tr(labelCell('Terugblik vorig jaar'), tc('Het ging goed.', { span: 2 })),
            ...trackPairs(track).map(([label, value]) => tr(labelCell(label), tc(paras(value), { span: 2 }))),
          ) + p(''),
      }),
    }),
  },
  {
    name: 'koppen per bouw boven tabellen die zelf namen noemen',
    write: (plan) => ({
      body: framed(plan, {
        goal: () => '',
        goals: (goals) => boldLine('Dit jaar') + goalsInRows(goals, PLAIN),
        track: () => '',
        tracks: (tracks) =>
          chunks(tracks, 3)
            .map(
              (some, at) =>
                boldLine(['Onderbouw', 'Middenbouw', 'Bovenbouw'][at] ?? '') + inRows(some, PLAIN),
            )
            .join(''),
      }),
    }),
  },
  {
    name: 'koppen per bouw boven koppen met een naam',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) => p(goal.title ?? '', { style: 'Kop3' }) + labelLines(goalPairs(goal)),
        track: () => '',
        tracks: (tracks) =>
          chunks(tracks, 3)
            .map(
              (some, at) =>
                p(['Onderbouw', 'Middenbouw', 'Bovenbouw'][at] ?? '', { style: 'Kop2' }) +
                some
                  .map((track) => p(track.name ?? '', { style: 'Kop3' }) + labelLines(trackPairs(track)))
                  .join(''),
            )
            .join(''),
      }),
    }),
  },
  {
    name: 'uitgangspunten in een tabel, personen als kolommen onder een balk',
    write: (plan) => ({
      body: framed(plan, {
        names: { principles: null },
        section: (text) => tbl(wide(text, 3)),
        principles: (texts) =>
          tbl(
            tr(
              labelCell('Uitgangspunten'),
              tc(texts.map((text) => p(text, { list: 1 })).join(''), { span: 2 }),
            ),
          ),
        goal: (goal) => boldLine(goal.title ?? '') + twoColumns(goalPairs(goal)),
        track: () => '',
        tracks: (tracks) =>
          chunks(tracks, 3)
            .map((some) => inColumns(some) + p(''))
            .join(''),
      }),
    }),
  },
  {
    name: 'cellen die elk met een label beginnen',
    write: (plan) => {
      const cells = (head: string, pairs: readonly Pair[]) =>
        tbl(
          wide(head, 3),
          ...chunks(pairs, 3).map((some) =>
            tr(...some.map(([label, value]) => tc(p([bold(`${label}: `), run(flat(value))])))),
          ),
        ) + p('')
      return {
        body: framed(plan, {
          goal: (goal, at) => cells(`Doel ${at + 1}: ${goal.title}`, goalPairs(goal)),
          track: (track) => cells(headOf(track), trackPairs(track)),
        }),
      }
    },
  },
  {
    name: 'lege kaarten van het formulier tussen de ingevulde',
    write: (plan) => {
      const empty = (pairs: readonly Pair[]) => twoColumns(pairs.map(([label]) => [label, '…..'] as const))
      return {
        body: framed(plan, {
          goal: (goal, at) => boldLine(`Doel ${at + 1}: ${goal.title}`) + twoColumns(goalPairs(goal)),
          track: (track) => boldLine(headOf(track)) + twoColumns(trackPairs(track)) + p(''),
          tracks: (tracks) =>
            tracks.map((track) => boldLine(headOf(track)) + twoColumns(trackPairs(track)) + p('')).join('') +
            boldLine(`${named(tracks[0] as Track)}: …………`) +
            empty(trackPairs(tracks[0] as Track)),
        }),
      }
    },
  },
]
