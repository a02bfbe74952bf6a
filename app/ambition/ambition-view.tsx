import { longDay } from '../kernel/day.ts'
import type { AmbitionId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import type { AmbitionSheet } from './ambition-sheet.ts'
import { ambitionText } from './ambition-text.ts'
import type { Stand } from './stand.ts'
import { ambitionTitle, standText } from './stand-text.ts'

export const AMBITIONS_HREF = '/trends/ambitions'
export const ambitionHref = (id: AmbitionId) => `${AMBITIONS_HREF}/${id}`

type Props = { readonly sheet: AmbitionSheet; readonly language: Language }

/** A knot for what was reached, an open one for what is to come, a loose end for what can't be followed. */
const KNOTS: Readonly<Record<Stand['is'], string>> = {
  reached: 'knoop',
  'on-the-way': 'knoop open',
  'came-to': 'knoop open',
  'not-measured': 'knoop open',
  hidden: 'knoop los',
  broken: 'knoop los',
}

/** One ambition with where it stands, in a list. */
export function AmbitionLine({ sheet, language }: Props) {
  const { ambition, stand, team } = sheet
  const text = ambitionText(language)
  const { ended } = ambition
  const whose = team === null ? text.ofAll : text.of(team)
  return (
    <li class="ambitie">
      <span class={KNOTS[stand.is]} aria-hidden="true" />
      <div>
        <h3>
          <a href={ambitionHref(ambition.id)}>{ambitionTitle(language, ambition)}</a>
        </h3>
        <p>{standText(language, sheet)}</p>
        <small>
          {whose}
          {ended && ` · ${text.endedOn(text.endedHow[ended.how], longDay(ended.on, language))}`}
        </small>
      </div>
    </li>
  )
}

/** The ambitions of a goal or track, small, where that stands in the plan or is looked back on. */
export function AmbitionsAtGoal({
  sheets,
  language,
}: {
  sheets: readonly AmbitionSheet[]
  language: Language
}) {
  if (sheets.length === 0) return null
  return (
    <div class="bij-doel-ambitie">
      {sheets.map((sheet) => (
        <p>
          <b>{ambitionText(language).atGoal}: </b>
          <a href={ambitionHref(sheet.ambition.id)} data-turbo-frame="_top">
            {capital(ambitionTitle(language, sheet.ambition))}
          </a>
          . {standText(language, sheet)}
        </p>
      ))}
    </div>
  )
}
