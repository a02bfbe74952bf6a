import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { type Choice, choiceQuery, measuresOf, type Offered } from './subject-choice.ts'
import { subjectText } from './subject-text.ts'

type FilterProps = { subject: string; choice: Choice; offered: Offered; language: Language }

/** What can be seen of a subject, as links: they work without script, and an address can be passed on. */
export function SubjectFilter(props: FilterProps) {
  return (
    <div class="trendkeus">
      <Shows {...props} />
      {rowsOf(props)
        .filter(({ key, options }) => options.length > 1 || props.choice[key] !== null)
        .map((one) => (
          <FilterRow {...props} row={one} />
        ))}
    </div>
  )
}

/** The three questions that one can have of a subject. */
function Shows({ subject, choice, offered, language }: FilterProps) {
  const { show } = subjectText(language)
  if (offered.shows.length < 2) return null
  return (
    <nav class="draadweg" aria-label={show.label}>
      <ul>
        {offered.shows.map((one) => (
          <li>
            <a
              href={addressOf(subject, { ...NOTHING, show: one })}
              aria-current={one === choice.show ? 'page' : undefined}
            >
              {show[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function FilterRow({
  subject,
  choice,
  language,
  row: { key, options, all, own },
}: FilterProps & { row: Row }) {
  const label = subjectText(language).filter[key]
  const to = (value: string | number | null) => addressOf(subject, { ...choice, [key]: value })
  return (
    <nav class="keusregel" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <ul class="filter">
        {all !== null && (
          <Option href={to(null)} now={choice[key] === null}>
            {all}
          </Option>
        )}
        {options.map(({ value, name }) => (
          <Option href={to(value)} now={(choice[key] ?? own) === value}>
            {name}
          </Option>
        ))}
      </ul>
    </nav>
  )
}

/** What of each there is to choose from, with what is chosen already. */
function rowsOf({ choice, offered, language }: FilterProps): Row[] {
  const { filter, groupShort, moment, measure } = subjectText(language)
  const ofPupils = choice.show === 'pupils'
  const measures = row('measure', filter.own, measuresOf(choice.show, offered), (one) => measure[one])
  return [
    row('yearGroup', filter.all, ofPupils ? [] : offered.yearGroups, groupShort),
    row('moment', filter.all, ofPupils ? [] : offered.moments, (one) => moment[one]),
    row('leaves', filter.all, ofPupils ? offered.leaves : [], (year) => year.slice(5)),
    ofPupils ? { ...measures, all: null, own: 'mean' } : measures,
    row('group', filter.whole, choice.show === 'years' ? offered.groups : [], String),
  ]
}

const NOTHING: Choice = {
  show: 'years',
  yearGroup: null,
  moment: null,
  measure: null,
  leaves: null,
  group: null,
}

/** Where one sees a subject so. */
export const addressOf = (subject: string, choice: Choice) =>
  `/trends/${encodeURIComponent(subject)}${choiceQuery(choice)}`

type Key = Exclude<keyof Choice, 'show'>
type Row = {
  readonly key: Key
  readonly options: readonly { readonly value: string | number; readonly name: string }[]
  /** Not to choose; null: one of them is always chosen. */
  readonly all: string | null
  /** What is chosen when nothing is said. */
  readonly own?: string
}

const row = <Of extends string | number>(
  key: Key,
  all: string,
  values: readonly Of[],
  name: (value: Of) => string,
): Row => ({ key, all, options: values.map((value) => ({ value, name: name(value) })) })

const Option = ({ href, now, children }: { href: string; now: boolean; children: Child }) => (
  <li>
    <a href={href} aria-current={now ? 'true' : undefined}>
      {children}
    </a>
  </li>
)
