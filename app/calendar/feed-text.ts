import { words } from '../kernel/language.ts'
import type { FeedKind } from './feed.ts'
import type { EvaluationDay } from './feed-evaluations.ts'

/** '8 doelen', of each of which there is any. */
const counted = (...counts: readonly (readonly [count: number, one: string, more: string])[]) =>
  counts.flatMap(([count, one, more]) => (count === 0 ? [] : [`${count} ${count === 1 ? one : more}`]))

/** What stands in a calendar that follows Rode Draad. */
export const feedText = words({
  nl: {
    name: {
      own: () => 'Rode Draad: van mij',
      team: (school: string) => `Rode Draad: ${school}`,
    } satisfies Record<FeedKind, (school: string) => string>,
    step: (what: string) => `Stap: ${what}`,
    done: (what: string) => `Gedaan: ${what}`,
    evaluations: ({ occasion, goals, tracks }: EvaluationDay) =>
      `${{ mid: 'Tussenevaluatie', end: 'Eindevaluatie', other: 'Evaluatie' }[occasion]}: ${counted(
        [goals, 'doel', 'doelen'],
        [tracks, 'traject', 'trajecten'],
      ).join(' en ')}`,
    perhaps: (title: string) => `${title} (nog niet zeker)`,
    gone: 'Gaat niet door',
  },
  en: {
    name: {
      own: () => 'Rode Draad: mine',
      team: (school) => `Rode Draad: ${school}`,
    },
    step: (what) => `Step: ${what}`,
    done: (what) => `Done: ${what}`,
    evaluations: ({ occasion, goals, tracks }) =>
      `${{ mid: 'Mid-year evaluation', end: 'End evaluation', other: 'Evaluation' }[occasion]}: ${counted(
        [goals, 'goal', 'goals'],
        [tracks, 'track', 'tracks'],
      ).join(' and ')}`,
    perhaps: (title) => `${title} (not certain yet)`,
    gone: 'Cancelled',
  },
})
