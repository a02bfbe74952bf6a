import type { Child } from 'hono/jsx'
import { longDay } from '../kernel/day.ts'
import { Icon } from '../ui/icons.tsx'
import { RichText } from '../ui/rich.tsx'
import { DomainMark } from '../ui/thread.tsx'
import { aimOf, domainsOf } from './domain.ts'
import { drawnOnce } from './drawn-view.ts'
import { type Entry, type EntryText, isGoal, type Part, textOf } from './entry.ts'
import type { FieldLabels } from './entry-text.ts'
import { type Drawing, labelsOf } from './plan-sheet-view.ts'

/** The fields of an entry to read; holds only what hangs on the entry and the roster, nothing of who reads. */
export function EntryBody({ entry, d }: { entry: Entry; d: Drawing }) {
  return drawnOnce(entry, d, 'body', () => {
    const labels = labelsOf(entry, d)
    return isGoal(entry) ? <GoalBody {...{ entry, d, labels }} /> : <TrackBody {...{ entry, d, labels }} />
  })
}

type BodyProps = { entry: Entry; d: Drawing; labels: FieldLabels }

const GOAL_ROWS = [
  'startSituation',
  'approach',
  'executedBy',
  'coordinatorEffort',
  'evaluation',
  'pupilsAndParents',
] as const
const TRACK_ROWS = ['startSituation', 'goal', 'approach', 'support', 'evaluation', 'shareYieldWith'] as const
const EFFORTS = ['teacherEffort', 'memberEffort', 'coordinatorEffort', 'thirdPartyEffort'] as const

function GoalBody({ entry, d, labels }: BodyProps) {
  return (
    <dl class="velden">
      {GOAL_ROWS.map((field) => (
        <Row label={labels[field]} value={valueOf(entry, field, d)} planned={isPlanned(entry, field)} />
      ))}
    </dl>
  )
}

function TrackBody({ entry, d, labels }: BodyProps) {
  return (
    <>
      <p class="meta">
        <Tags entry={entry} d={d} />
      </p>
      <dl class="velden">
        {TRACK_ROWS.map((field) => (
          <Row label={labels[field]} value={valueOf(entry, field, d)} planned={isPlanned(entry, field)} />
        ))}
      </dl>
      <dl class="inzet">
        {EFFORTS.map((field) => (
          <Row label={labels[field]} value={valueOf(entry, field, d)} />
        ))}
      </dl>
    </>
  )
}

/** Where the days stand on which one looks back, the thread runs on. */
const isPlanned = (entry: Entry, field: EntryText) => field === 'evaluation' && entry.moments.length > 0

/** A field with nothing in it has no row: what is missing stands among the loose ends. */
function Row({ label, value, planned }: { label: string; value: Child; planned?: boolean }) {
  if (!value) return null
  return (
    <div class={planned ? 'gepland' : undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

const NAMED: Partial<Record<EntryText, Part>> = {
  executedBy: 'executor',
  support: 'support',
  shareYieldWith: 'share',
}

/** The written text, with what belongs to the field: names of the team, days, hours. */
function valueOf(entry: Entry, field: EntryText, d: Drawing): Child {
  const text = textOf(entry, field)
  const more = moreOf(entry, field, d)
  if (!text && !more) return null
  return (
    <>
      <RichText text={text} />
      {more && <span class="erbij">{more}</span>}
    </>
  )
}

function moreOf(entry: Entry, field: EntryText, d: Drawing): string {
  if (field === 'evaluation') return entry.moments.map(({ onDay }) => longDay(onDay, d.language)).join(' · ')
  if (field === 'coordinatorEffort')
    return entry.coordinatorHours ? d.words.hours(String(entry.coordinatorHours)) : ''
  const names = NAMED[field] ? namesIn(entry, NAMED[field], d) : ''
  if (field !== 'shareYieldWith' || entry.shareChoice !== 'not-share') return names
  return names || d.words.notShared
}

/** Colleagues by name; of support it says who joins in and who has been asked. */
function namesIn(entry: Entry, part: Part, d: Drawing): string {
  const named = entry.people.filter((one) => one.part === part)
  return named
    .flatMap((one) => {
      const name = d.lookup.people.get(one.personId)?.name
      if (!name) return []
      if (part !== 'support') return name
      if (one.declinedAt) return d.words.declined(name)
      return one.agreedAt ? d.words.agreed(name) : d.words.asked(name)
    })
    .join(' · ')
}

const AIM_ICONS = { preventive: 'prevents', curative: 'repairs' } as const

/** Domains and aim, with icon and word: proposed from the words of the entry unless somebody chose. */
export function Tags({ entry, d }: { entry: Entry; d: Drawing }) {
  const aim = aimOf(entry)
  return (
    <>
      {domainsOf(entry).map((domain) => (
        <DomainMark domain={domain} label={d.words.domain[domain]} />
      ))}
      <span class="richting">
        <Icon name={AIM_ICONS[aim]} />
        {d.words.aim[aim]}
      </span>
    </>
  )
}
