import { clock, dayOf } from '../kernel/day.ts'
import { capital } from '../kernel/sentence.ts'
import type { OfficeLine } from '../office/hours.ts'
import type { QuestionEyes } from '../question/question-sheet.ts'
import { ArrowLink } from '../ui/button.tsx'
import { trayText } from './tray-text.ts'
import { dayWords } from './tray-words-view.ts'

const MOST_DAYS = 3

/** What lies ahead in the own office hours: free and taken turns by day. */
export function OfficeAside({
  lines,
  eyes,
  hasHours,
}: {
  lines: readonly OfficeLine[]
  eyes: QuestionEyes
  hasHours: boolean
}) {
  const text = trayText(eyes.language)
  const days = [...new Set(lines.map(({ startsAt }) => dayOf(new Date(startsAt))))].slice(0, MOST_DAYS)
  return (
    <section class="blok" aria-labelledby="spreekuur-kop">
      <h2 id="spreekuur-kop">{text.office}</h2>
      {days.length === 0 && <p class="noot">{hasHours ? text.officeFull : text.officeNone}</p>}
      {days.length > 0 && (
        <ul class="spreek">
          {days.map((day) => (
            <>
              <li class="dag">{capital(dayWords(day, eyes.today, eyes.language))}</li>
              {lines
                .filter(({ startsAt }) => dayOf(new Date(startsAt)) === day)
                .map((line) => (
                  <Line line={line} eyes={eyes} />
                ))}
            </>
          ))}
        </ul>
      )}
      <p>
        <ArrowLink href="/office/hours">{hasHours ? text.officeChange : text.officeMake}</ArrowLink>
      </p>
      <p class="noot">{text.doorShut}</p>
    </section>
  )
}

function Line({ line: { startsAt, appointment }, eyes }: { line: OfficeLine; eyes: QuestionEyes }) {
  const isFree = appointment === null
  return (
    <li>
      <span class={isFree ? 'knoop open' : 'knoop'} aria-hidden="true" />
      <time datetime={startsAt}>{clock(startsAt, eyes.language)}</time>
      {isFree ? (
        <span class="zacht">{trayText(eyes.language).free}</span>
      ) : (
        <span>{eyes.nameOf(appointment.guest)}</span>
      )}
    </li>
  )
}
