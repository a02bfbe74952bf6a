import type { Child } from 'hono/jsx'
import { DOMAINS } from '../plan/entry.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Icon } from '../ui/icons.tsx'
import type { KnotOf, Thread } from './thread.ts'
import { filterQuery, isWhole, type ThreadFilter } from './thread-filter.ts'
import { threadText } from './thread-text.ts'

type FiltersProps = { d: Drawing; filter: ThreadFilter; thread: Thread }

/** What one wants to see: plain links for the vision lines and loose ends, a form for the rest. */
export function ThreadFilters({ d, filter, thread }: FiltersProps) {
  const text = threadText(d.language)
  const href = `${d.href}/thread`
  const lines = thread.knots.filter((knot): knot is KnotOf<'line'> => knot.kind === 'line')
  const rest = { ...filter, line: null, loose: false }
  return (
    <>
      <nav aria-label={text.whatToSee}>
        <ul class="filter">
          <Chip href={href} now={isWhole(filter)}>
            {text.all}
          </Chip>
          {lines.map(({ line }) => (
            <Chip href={href + filterQuery({ ...rest, line: line.id })} now={filter.line === line.id}>
              {line.short || firstLine(line.text, 40)}
            </Chip>
          ))}
          <Chip href={href + filterQuery({ ...rest, loose: true })} now={filter.loose}>
            <Icon name="loose" />
            {text.looseEnds}
          </Chip>
        </ul>
      </nav>
      <Choices d={d} filter={filter} />
      <YouSee d={d} filter={filter} />
    </>
  )
}

const Chip = ({ href, now, children }: { href: string; now: boolean; children: Child }) => (
  <li>
    <a href={href} aria-current={now ? 'true' : undefined}>
      {children}
    </a>
  </li>
)

function Choices({ d, filter }: Omit<FiltersProps, 'thread'>) {
  const text = threadText(d.language)
  const { people, learningTeams } = d.sheet.roster
  const chosen = filter.person !== null || filter.team !== null || filter.domain !== null
  return (
    <div class="meer-filter">
      <Fold summary={text.choose} open={chosen}>
        <form action={`${d.href}/thread`} method="get" class="filterform">
          {filter.line && <input type="hidden" name="line" value={filter.line} />}
          {filter.loose && <input type="hidden" name="loose" value="yes" />}
          <SelectField
            name="person"
            label={text.person}
            value={filter.person}
            none={text.everyone}
            options={people
              .filter(({ hasLeft }) => !hasLeft)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="team"
            label={text.team}
            value={filter.team}
            none={text.allTeams}
            options={learningTeams.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="domain"
            label={text.domain}
            value={filter.domain}
            none={text.allDomains}
            options={DOMAINS.map((domain) => ({ value: domain, label: d.words.domain[domain] }))}
          />
          <Button kind="quiet">{text.show}</Button>
        </form>
      </Fold>
    </div>
  )
}

/** In words what is shown now, with the way back to the whole. */
function YouSee({ d, filter }: Omit<FiltersProps, 'thread'>) {
  const text = threadText(d.language)
  if (isWhole(filter)) return null
  const { lookup } = d
  const line = filter.line && lookup.lines.get(filter.line)
  const names = [
    line && (line.short || firstLine(line.text, 60)),
    filter.person && lookup.people.get(filter.person)?.name,
    filter.team && lookup.teams.get(filter.team)?.name,
    filter.domain && d.words.domain[filter.domain],
    filter.loose && text.looseEnds,
  ].filter(Boolean)
  return (
    <p class="noot je-ziet">
      {text.youSee(names.join(' · '))} <a href={`${d.href}/thread`}>{text.seeAll}</a>
    </p>
  )
}
