import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { type Choice, choiceQuery, measuresOf, type Offered } from './subject-choice.ts'
import { subjectText } from './subject-text.ts'

type FilterProps = { subject: string; choice: Choice; offered: Offered; language: Language }

/** What can be seen of a subject, as links: they work without script, and an address can be passed on. */
export function SubjectFilter({ subject, choice, offered, language }: FilterProps) {
  const { show, filter, groupShort, moment, measure } = subjectText(language)
  const ofPupils = choice.show === 'pupils'
  const to = (change: Partial<Choice>) => addressOf(subject, { ...choice, ...change })
  const rows = [
    row('yearGroup', filter.all, ofPupils ? [] : offered.yearGroups, groupShort),
    row('moment', filter.all, ofPupils ? [] : offered.moments, (one) => moment[one]),
    row('leaves', filter.all, ofPupils ? offered.leaves : [], (year) => year.slice(5)),
    {
      ...row('measure', filter.own, measuresOf(choice.show, offered), (one) => measure[one]),
      ...(ofPupils ? { all: null, own: 'mean' } : {}),
    },
    row('group', filter.whole, choice.show === 'years' ? offered.groups : [], String),
  ].map((one) => ({ ...one, label: filter[one.key] }))
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
        .map(({ label, key, options, all, own }) => (
          <nav class="keusregel" aria-label={label}>
            <span aria-hidden="true">{label}</span>
            <ul class="filter">
              {all !== null && (
                <Option href={to({ [key]: null })} now={choice[key] === null}>
                  {all}
                </Option>
              )}
              {options.map(({ value, name }) => (
                <Option href={to({ [key]: value })} now={(choice[key] ?? own) === value}>
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
