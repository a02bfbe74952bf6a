import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { type Choice, choiceQuery, measuresOf, type Offered } from './subject-choice.ts'
import { subjectText } from './subject-text.ts'

type FilterProps = { subject: string; choice: Choice; offered: Offered; language: Language }

/** What can be seen of a subject, as links: they work without script, and an address can be passed on. */
export function SubjectFilter({ subject, choice, offered, language }: FilterProps) {
  const { show, filter, groupShort, moment, measure } = subjectText(language)
  const to = (change: Partial<Choice>) => addressOf(subject, { ...choice, ...change })
  const rows = [
    row(filter.yearGroup, 'yearGroup', choice.show === 'pupils' ? [] : offered.yearGroups, groupShort),
    row(filter.moment, 'moment', choice.show === 'pupils' ? [] : offered.moments, (one) => moment[one]),
    row(filter.leaves, 'leaves', choice.show === 'pupils' ? offered.leaves : [], (year) => year.slice(5)),
    row(filter.measure, 'measure', measuresOf(choice.show, offered), (one) => measure[one], filter.own),
    row(filter.group, 'group', choice.show === 'years' ? offered.groups : [], String, filter.whole),
  ]
  return (
    <div class="trendkeus">
      {offered.shows.length > 1 && (
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
      )}
      {rows
        .filter(({ options }) => options.length > 1)
        .map(({ label, key, options, all }) => (
          <nav class="keusregel" aria-label={label}>
            <span aria-hidden="true">{label}</span>
            <ul class="filter">
              <Option href={to({ [key]: null })} now={choice[key] === null}>
                {all ?? filter.all}
              </Option>
              {options.map(({ value, name }) => (
                <Option href={to({ [key]: value })} now={choice[key] === value}>
                  {name}
                </Option>
              ))}
            </ul>
          </nav>
        ))}
    </div>
  )
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
  readonly label: string
  readonly key: Key
  readonly options: readonly { readonly value: string | number; readonly name: string }[]
  readonly all: string | undefined
}

const row = <Of extends string | number>(
  label: string,
  key: Key,
  values: readonly Of[],
  name: (value: Of) => string,
  all?: string,
): Row => ({ label, key, all, options: values.map((value) => ({ value, name: name(value) })) })

const Option = ({ href, now, children }: { href: string; now: boolean; children: Child }) => (
  <li>
    <a href={href} aria-current={now ? 'true' : undefined}>
      {children}
    </a>
  </li>
)
