import type { Language } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import { subjectName } from '../result/subject-name.ts'
import type { ReferenceLine } from '../trend/reference-line.ts'
import type { AmbitionAbout } from './ambition.ts'
import { ambitionText } from './ambition-text.ts'
import { besides, type Choice, firstOf, isSamePlace, placesIn, subjectsOf } from './choice.ts'
import type { Measured } from './measured.ts'
import { byText, valueText } from './stand-text.ts'

/** What is being chosen: everything there is, what stands chosen now, and what goes along in the address. */
export type Choosing = {
  readonly choices: readonly Choice[]
  readonly chosen: Choice
  /** Where the ambition stands that runs on a choice, by its key. */
  readonly taken: ReadonlyMap<string, string>
  readonly hrefOf: (choice: Choice) => string
  readonly language: Language
}

type Row = {
  readonly choice: Choice
  readonly label: string
  readonly isChosen: boolean
  /** An ambition runs on it. */
  readonly runs?: boolean
}

/** What it is about, in three rows of links: each of them is a whole choice, so that nothing waits for a second tap. */
export function ChoiceRows(props: Choosing) {
  const { language } = props
  const text = ambitionText(language)
  return (
    <div class="trendkeus">
      <Links {...props} name={text.about} rows={subjectRows(props)} />
      <Links {...props} name={text.where} rows={placeRows(props)} />
      <Links {...props} name={text.measure} rows={measureRows(props)} />
    </div>
  )
}

const subjectIn = (about: AmbitionAbout) => (about.of === 'section' ? about.subject : '')

function subjectRows({ choices, chosen, language }: Choosing): Row[] {
  const standing = choices.some(({ about }) => about.of === 'standing') ? [''] : []
  return [...standing, ...subjectsOf(choices)].flatMap((subject): Row[] => {
    const choice = nearest(choices, chosen, subject)
    if (!choice) return []
    const label = subject === '' ? ambitionText(language).standing : capital(subjectName(language, subject))
    return [{ choice, label, isChosen: subjectIn(chosen.about) === subject }]
  })
}

/** Of another subject: the same year group, moment and measure when it has them. */
function nearest(choices: readonly Choice[], { about: wanted }: Choice, subject: string): Choice | undefined {
  const ofSubject = choices.filter(({ about }) => subjectIn(about) === subject)
  const alike = ofSubject.filter(
    ({ about }) =>
      about.of === 'section' &&
      wanted.of === 'section' &&
      about.yearGroup === wanted.yearGroup &&
      about.moment === wanted.moment,
  )
  const measured = (some: readonly Choice[]) =>
    some.find(
      ({ about }) => about.of === 'section' && wanted.of === 'section' && about.measure === wanted.measure,
    )
  return measured(alike) ?? alike[0] ?? firstOf(ofSubject)
}

function placeRows({ choices, chosen, language }: Choosing): Row[] {
  if (chosen.about.of === 'standing') return []
  const places = placesIn(choices.filter(({ about }) => subjectIn(about) === subjectIn(chosen.about)))
  return places.map((place) => ({
    choice: besides(choices, place).find(({ about }) => isMeasuredAs(about, chosen.about)) ?? place,
    label: placeLabel(places, place, language),
    isChosen: isSamePlace(place.about, chosen.about),
  }))
}

const isMeasuredAs = (one: AmbitionAbout, other: AmbitionAbout) =>
  one.of === 'section' && other.of === 'section' && one.measure === other.measure && one.level === other.level

/** With the name of the test only where two stand for the same group and moment. */
function placeLabel(places: readonly Choice[], { about }: Choice, language: Language): string {
  if (about.of === 'standing') return ''
  const text = ambitionText(language)
  const label = text.place(about.yearGroup, text.moment[about.moment])
  const alike = places.filter(
    (one) =>
      one.about.of === 'section' &&
      one.about.yearGroup === about.yearGroup &&
      one.about.moment === about.moment,
  )
  return alike.length > 1 ? text.placeTest(label, [about.test, about.supplier].join(', ')) : label
}

const measureRows = ({ choices, chosen, taken, language }: Choosing): Row[] =>
  besides(choices, chosen).map((choice) => ({
    choice,
    label: measureText(language, choice.about),
    isChosen: choice.key === chosen.key,
    runs: taken.has(choice.key),
  }))

function measureText(language: Language, about: AmbitionAbout): string {
  const text = ambitionText(language)
  if (about.of === 'standing') return text.measures[about.share]
  return about.measure === 'level' ? text.level(about.level ?? '') : text.measures[about.measure]
}

type LinksProps = Choosing & { name: string; rows: readonly Row[] }

function Links({ name, rows, hrefOf, language }: LinksProps) {
  const text = ambitionText(language)
  if (rows.length === 0) return null
  return (
    <nav class="keusregel" aria-label={name}>
      <span aria-hidden="true">{name}</span>
      <ul class="filter">
        {rows.map(({ choice, label, isChosen, runs }) => (
          <li>
            <a href={hrefOf(choice)} aria-current={isChosen ? 'true' : undefined}>
              {label}
              {runs && <small> {text.runs}</small>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export type BesideProps = {
  readonly chosen: Choice
  /** Every year there is, oldest first. */
  readonly years: readonly (Measured | 'hidden')[]
  readonly lines: readonly ReferenceLine[]
  readonly language: Language
}

const YEARS_BEFORE = 4

/** What lies beside the field in which one fills in how high: today, the years before, and the lines of others. */
export function Beside({ chosen, years, lines, language }: BesideProps) {
  const text = ambitionText(language)
  const { about, now } = chosen
  const seen = years.filter((one) => one !== 'hidden')
  const before = seen.filter(({ schoolYear }) => schoolYear < now.schoolYear).slice(-YEARS_BEFORE)
  const value = (one: number) => valueText(language, about, one)
  return (
    <aside class="ambitienaast" aria-label={text.beside}>
      <dl>
        <div>
          <dt>{text.today}</dt>
          <dd>
            <b>{text.todayIs(value(now.value), byText(about, now.schoolYear), now.n)}</b>
          </dd>
        </div>
        {before.length > 0 && (
          <div>
            <dt>{text.before}</dt>
            {before.map((one) => (
              <dd>{text.beforeOne(byText(about, one.schoolYear), value(one.value))}</dd>
            ))}
          </div>
        )}
        {lines.map(({ kind, points }) => (
          <div>
            <dt>{capital(text.line[kind])}</dt>
            <dd>{value(points.at(-1)?.value ?? 0)}</dd>
          </div>
        ))}
      </dl>
      {lines.length > 0 && <p class="noot">{text.besideNote}</p>}
    </aside>
  )
}
