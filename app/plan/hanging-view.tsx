import { shortDay } from '../kernel/day.ts'
import type { VisionLineId } from '../kernel/id.ts'
import { type Entry, isGoal } from './entry.ts'
import { hangingIn } from './hanging.ts'
import { mayReadTexts } from './plan-may.ts'
import { cardId, type Drawing, spokenName } from './plan-sheet-view.ts'

/** The marks by which style sheet and script find what a card hangs on ('l2': the second line) and what it is. */
export function threadMarks(entry: Entry, d: Drawing): { 'data-n'?: string; 'data-op'?: string } {
  const { placeOf } = hangingIn(d.plan, d.sheet.roster)
  const goal = isGoal(entry) || entry.parentId === null ? undefined : d.numbers.get(entry.parentId)
  const on = [...entry.visionLineIds.map((id) => `l${placeOf.get(id)}`), ...(goal ? [`g${goal}`] : [])]
  return {
    'data-n': isGoal(entry) ? `g${d.numbers.get(entry.id)}` : undefined,
    'data-op': on.length > 0 ? on.join(' ') : undefined,
  }
}

/** What of the thread shows in a card beside its own entry: for whom these are the same it is drawn alike. */
export function threadKey(entry: Entry, d: Drawing): string {
  const below = hangingIn(d.plan, d.sheet.roster).below.get(entry.id) ?? []
  return `${threadMarks(entry, d)['data-op'] ?? ''} ${below.map((one) => `${one.id} ${one.name ?? ''}`).join(' ')}`
}

/** More than this many names are folded: a goal of a big school carries the work of half of the team. */
const MOST_NAMES = 8

/** 'hieraan hangt: Anouk, Youssef, evaluatie 26 nov', each with the way to it. */
export function Carries({ of, d }: { of: Entry; d: Drawing }) {
  const below = hangingIn(d.plan, d.sheet.roster).below.get(of.id) ?? []
  const days = mayReadTexts(d.actor, of).may ? of.moments : []
  if (below.length + days.length === 0) return null
  const onDays = days.map(({ onDay }) => shortDay(onDay, d.language)).join(', ')
  const dayNames = onDays === '' ? [] : [d.words.evaluationOn(onDays)]
  if (below.length > MOST_NAMES) {
    return (
      <details class="eraan">
        <summary>{[d.text.carriesTracks(below.length), ...dayNames].join(' · ')}</summary>
        <Names entries={below} d={d} />
      </details>
    )
  }
  return (
    <span class="eraan">
      {d.text.carries} <Names entries={below} d={d} />
      {below.length > 0 && onDays !== '' && ', '}
      {dayNames}
    </span>
  )
}

const Names = ({ entries, d }: { entries: readonly Entry[]; d: Drawing }) => (
  <>
    {entries.map((entry, place) => (
      <>
        {place > 0 && ', '}
        <a href={`#${cardId(entry.id)}`}>{spokenName(entry, d)}</a>
      </>
    ))}
  </>
)

/** Under a vision line: everything that hangs on it straight away, or that nothing does. */
export function LineCarries({ id, d }: { id: VisionLineId; d: Drawing }) {
  const below: readonly Entry[] = hangingIn(d.plan, d.sheet.roster).below.get(id) ?? []
  if (below.length === 0) return <>{d.text.lineEmpty}</>
  return (
    <>
      {d.text.carries} <Names entries={below} d={d} />
    </>
  )
}
