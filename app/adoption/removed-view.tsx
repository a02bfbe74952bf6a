import { dayOf, longDay } from '../kernel/day.ts'
import { plainOf } from '../kernel/rich.ts'
import { lastDay } from '../kernel/school-year.ts'
import { isGoal, textOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { mayArrange } from '../plan/plan-may.ts'
import { firstLine, type Lookup, trackName } from '../plan/plan-sheet.ts'
import type { Removed } from '../plan/removed.ts'
import type { Reader } from '../session/actor.ts'
import { PostButton } from '../ui/form.tsx'
import { snapshotText } from './snapshot-text.ts'

export type RemovedProps = {
  readonly plan: Plan
  readonly removed: readonly Removed[]
  readonly lookup: Lookup
  readonly reader: Reader
  readonly href: string
}

/** What was taken out this year, by whom, and the way back for who may. */
export function RemovedList(props: RemovedProps) {
  const { plan, removed, reader } = props
  const { language } = reader
  const text = snapshotText(language)
  return (
    <section aria-labelledby="weggehaald">
      <h2 id="weggehaald">{text.removedTitle}</h2>
      {removed.length === 0 ? (
        <p class="noot">{text.nothingRemoved}</p>
      ) : (
        <>
          <p class="noot">{text.removedSay(longDay(lastDay(plan.schoolYear), language))}</p>
          <ul class="versielijst">
            {removed.map((one) => (
              <Line {...props} one={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Line({ one, plan, lookup, reader, href }: RemovedProps & { one: Removed }) {
  const text = snapshotText(reader.language)
  const day = longDay(dayOf(new Date(one.at)), reader.language)
  const name = one.by ? lookup.people.get(one.by)?.name : undefined
  const what = removedName(one, lookup, text)
  return (
    <li>
      <span>
        <b>{what}</b> <small>{name ? text.removedOn(day, name) : text.removedAt(day)}</small>
      </span>
      {mayArrange(reader.actor, plan).may && (
        <PostButton
          kind="quiet"
          icon="undo"
          action={`${href}/versions`}
          hidden={{ act: 'put-back', is: one.is, id: one.id }}
          about={text.putBackAbout(what)}
        >
          {text.putBack}
        </PostButton>
      )}
    </li>
  )
}

/** Of a goal its title, of a track whose it is and nothing that was written there. */
function removedName(one: Removed, lookup: Lookup, text: ReturnType<typeof snapshotText>) {
  if (one.is === 'principle') return text.principle(firstLine(plainOf(one.text)))
  if (isGoal(one.entry)) return text.goal(firstLine(plainOf(textOf(one.entry, 'title'))) || text.untitled)
  return text.trackOf(trackName(one.entry, lookup) || text.colleague)
}
