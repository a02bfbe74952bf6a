import { clock, type Day, shortDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import { domainsOf } from '../plan/domain.ts'
import { textOf } from '../plan/entry.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import { cardId, type Drawing, longName } from '../plan/plan-sheet-view.ts'
import { ArrowLink } from '../ui/button.tsx'
import { DomainMark } from '../ui/thread.tsx'
import { partOf, type Visit } from '../visit/visit.ts'
import type { YearMoment } from '../year/year.ts'
import { titleOf } from '../year/year-text.ts'
import { remindText } from './remind-text.ts'
import type { Evaluation } from './today.ts'
import { todayText } from './today-text.ts'
import type { Coming } from './today-year.ts'

type ComingProps = {
  coming: readonly Coming[]
  language: Language
  /** The plan, where there is one: evaluations are named after it. */
  d: Drawing | null
  /** The name of a colleague. */
  nameOf: (id: Visit['host']) => string
  me: Visit['host']
  mayPlan: boolean
}

/** The next moments, by day; and the way to the whole year. */
export function ComingBlock({ coming, mayPlan, ...at }: ComingProps) {
  const text = todayText(at.language)
  return (
    <section class="blok" aria-labelledby="to-come">
      <h2 id="to-come">{text.coming}</h2>
      {coming.length === 0 && <p class="noot">{mayPlan ? text.nothingComesFill : text.nothingComes}</p>}
      <ul class="data">
        {coming.map((one) => (
          <li>
            <time datetime={one.day}>{shortDay(one.day, at.language)}</time>
            <One one={one} at={at} />
          </li>
        ))}
      </ul>
      <p class="mt rij">
        <ArrowLink href="/year">{coming.length === 0 && mayPlan ? text.fillYear : text.wholeYear}</ArrowLink>
        <ArrowLink href="/meetings">{text.meetings}</ArrowLink>
        {coming.length > 0 && <ArrowLink href="/calendars">{text.calendars}</ArrowLink>}
      </p>
    </section>
  )
}

function One({ one, at }: { one: Coming; at: Omit<ComingProps, 'coming' | 'mayPlan'> }) {
  if ('evaluation' in one) return at.d && <EvaluationsOf d={at.d} {...one.evaluation} />
  if ('moment' in one) return <MomentOf moment={one.moment} language={at.language} />
  return <VisitOf visit={one.visit} at={at} />
}

function MomentOf({ moment, language }: { moment: YearMoment; language: Language }) {
  const text = todayText(language)
  const { startsAt, from, to, place } = moment
  const when = startsAt
    ? text.at(clock(startsAt, language))
    : to > from
      ? text.until(shortDay(to, language))
      : ''
  const note = [when, place].filter((part) => part !== '').join(', ')
  return (
    <div>
      <a class="dagregel" href={moment.href}>
        {titleOf(moment, language)}
      </a>
      {note !== '' && <p>{capital(note)}</p>}
    </div>
  )
}

function VisitOf({ visit, at }: { visit: Visit; at: Omit<ComingProps, 'coming' | 'mayPlan'> }) {
  const part = partOf(visit, at.me)
  const words = remindText(at.language).visit.what[part === 'host' || part === 'cover' ? part : 'visitor']
  return (
    <div>
      <a class="dagregel" href={`/visits/${visit.id}`}>
        {capital(words(at.nameOf(visit.visitor), at.nameOf(visit.host)))}
      </a>
      <p>{capital(todayText(at.language).at(clock(visit.startsAt, at.language)))}</p>
    </div>
  )
}

const MOST_NAMED = 2

function EvaluationsOf({ d, day, entries }: { d: Drawing; day: Day; entries: Evaluation['entries'] }) {
  const text = todayText(d.language)
  const [first] = entries
  if (!first) return null
  if (entries.length > MOST_NAMED) {
    return (
      <div>
        <a class="dagregel" href={`/year?month=${day.slice(0, 7)}`}>
          {text.withTeam}
        </a>
        <p>{text.together(String(entries.length))}</p>
      </div>
    )
  }
  return (
    <div>
      {entries.map((entry) => (
        <a class="dagregel" href={`${d.href}?shown=${entry.id}#${cardId(entry.id)}`}>
          {capital(longName(entry, d))}
        </a>
      ))}
      <p>{firstLine(textOf(first, 'goal'), 60)}</p>
      {domainsOf(first).map((domain) => (
        <DomainMark domain={domain} label={d.words.domain[domain]} />
      ))}
    </div>
  )
}
