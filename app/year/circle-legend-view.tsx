import { freeDayText } from './free-day-text.ts'
import { yearPageText } from './year-page-text.ts'
import type { YearSheet } from './year-sheet.ts'

const KNOT_SIGN = { past: 'l-knoop l-past', next: 'l-knoop', later: 'l-knoop l-later' } as const

/** What the signs of the circle mean. */
export function CircleLegend({ sheet }: { sheet: YearSheet }) {
  const { legend } = yearPageText(sheet.language)
  const region = freeDayText(sheet.language).region[sheet.free.region]
  return (
    <ul class="cirkel-legenda">
      {(['past', 'next', 'later'] as const).map((is) => (
        <li>
          <i class={KNOT_SIGN[is]} aria-hidden="true" />
          {legend[is]}
        </li>
      ))}
      {(
        [
          ['l-toets', legend.tests],
          ['l-groep', legend.reviews],
          ['l-verg', legend.meetings],
          ['l-week', legend.busy],
          ['l-vak', legend.free(region)],
        ] as const
      ).map(([sign, words]) => (
        <li>
          <i class={sign} aria-hidden="true" />
          {words}
        </li>
      ))}
    </ul>
  )
}
