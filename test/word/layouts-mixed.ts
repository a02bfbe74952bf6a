import type { Chance } from './content.ts'
import { bold, p, run, tbl, tc, tr } from './docx-out.ts'
import {
  flat,
  framed,
  goalPairs,
  headOf,
  type Layout,
  type Pair,
  paras,
  type Track,
  trackPairs,
  type Words,
} from './layout-frame.ts'
import { LABEL_WORDS } from './layout-words.ts'

type Way = (pairs: readonly Pair[]) => string

const full = (pairs: readonly Pair[]) => pairs.filter(([, value]) => value !== null)
const each = (pairs: readonly Pair[], one: (label: string, value: string | null) => string) =>
  pairs.map(([label, value]) => one(label, value)).join('')

/** Ways to set labels beside their texts. */
const WAYS: readonly Way[] = [
  (pairs) => each(pairs, (label, value) => p([bold(`${label}:`), run(` ${flat(value)}`)])),
  (pairs) => each(pairs, (label, value) => p(`${label}: ${flat(value)}`)),
  (pairs) => each(pairs, (label, value) => p([run(label, { u: true }), run(`: ${flat(value)}`)])),
  (pairs) => each(full(pairs), (label, value) => p([bold(label)]) + paras(value)),
  (pairs) => each(full(pairs), (label, value) => p(`${label}:`) + paras(value)),
  (pairs) => p(pairs.map(([label, value]) => `${label}: ${flat(value) || '…..'}`).join(' ')),
  (pairs) =>
    p(
      full(pairs)
        .map(([label, value]) => `${label}: ${flat(value)}`)
        .join('\n'),
    ),
  (pairs) => tbl(...pairs.map(([label, value]) => tr(tc(p([bold(label)])), tc(paras(value))))) + p(''),
  (pairs) => tbl(...pairs.map(([label, value]) => tr(tc(`${label}:`), tc(paras(value, 2))))) + p(''),
  (pairs) =>
    tbl(...full(pairs).map(([label, value]) => tr(tc(p([bold(label), run(`\n${flat(value)}`)]))))) + p(''),
]

const SECTIONS = [
  (text: string) => p(text, { style: 'Kop1' }),
  (text: string) => p([bold(text)]),
  (text: string) => p([run(text.toUpperCase(), { b: true, u: true })]),
  (text: string) => p([run(text, { b: true, size: 32 })]),
]

const heads = (c: Chance, teacher: string): ((track: Track) => string) => {
  const style = c.pick(['Kop2', 'Kop2', null])
  const colon = c.pick([' ', ': '])
  const text = (track: Track) => headOf(track, teacher).replace(' ', colon)
  return (track) => (style ? p(text(track), { style }) : p([bold(text(track))]))
}

const titles = (c: Chance): ((title: string, number: number) => string) =>
  c.pick([
    (title: string) => p(title, { style: 'Kop2' }),
    (title: string, number: number) => p(`${number}. ${title}`),
    (title: string, number: number) => p([bold(`Doel ${number}: ${title}`)]),
    (title: string, number: number) => p([bold(`${number}) ${title}`)]),
  ])

/** A school that chose each of its habits on its own. */
export const MIXED: Layout[] = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({
  name: `gewoonten door elkaar ${number}`,
  write: (plan, c) => {
    for (let skip = 0; skip < number; skip++) c.next()
    const words: Words = c.pick(LABEL_WORDS)
    const [forGoals, forTracks] = [c.pick(WAYS), c.pick(WAYS)]
    const [head, title] = [heads(c, c.pick(['Leraar', 'Leerkracht'])), titles(c)]
    const goalsFirst = (pairs: readonly Pair[]) => (pairs.some(([, value]) => value) ? forGoals(pairs) : '')
    return {
      body: framed(plan, {
        section: c.pick(SECTIONS),
        goal: (goal, at) => title(goal.title ?? '', at + 1) + goalsFirst(goalPairs(goal, words)),
        track: (track) => head(track) + forTracks(trackPairs(track, words)),
      }),
    }
  },
}))
