import { type Day, weekDay } from '../kernel/day.ts'
import { weekdayOf } from '../kernel/days.ts'
import type { Language } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import { Button } from '../ui/button.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import { dayAndMonth } from './circle-view.tsx'
import type { DayGroup } from './day-group.ts'
import { spanInSentence } from './free-day-text.ts'
import { proposalAbout } from './proposal.ts'
import type { Trouble, WayOut } from './trouble.ts'
import { yearPageText } from './year-page-text.ts'
import { actOf, type YearSheet } from './year-sheet.ts'
import { titleOf } from './year-text.ts'

type FullWeek = Extract<Trouble, { kind: 'full-week' }>

const fullWeeksOf = ({ troubles }: YearSheet) =>
  troubles.filter((one): one is FullWeek => one.kind === 'full-week')

/** The head of the year: where it is full, or that it has air. */
export function headOf(sheet: YearSheet, title: string): { readonly title: string; readonly under: string } {
  const text = yearPageText(sheet.language)
  const [first, ...others] = fullWeeksOf(sheet)
  if (!first) return { title, under: sheet.moments.length > 0 ? text.calm : '' }
  const more = others.length === 0 ? text.restHasAir : capital(text.alsoFull(others.length))
  return {
    title: text.full(partOfMonth(first.monday, sheet.language)),
    under: `${capital(whyFull(first, sheet.language))}. ${more}`,
  }
}

/** 'Begin december', by the Thursday of the week. */
function partOfMonth(monday: Day, language: Language): string {
  const thursday = new Date(Date.parse(`${monday}T12:00:00Z`) + 3 * 86_400_000)
    .toISOString()
    .slice(0, 10) as Day
  const date = Number(thursday.slice(8))
  const { partOfMonth: part } = yearPageText(language)
  const month = dayAndMonth(thursday, language).split(' ')[1] ?? ''
  return date <= 10 ? part.begin(month) : date <= 20 ? part.middle(month) : part.end(month)
}

function whyFull({ groups, count }: FullWeek, language: Language): string {
  const text = yearPageText(language)
  const alone = Math.max(...groups.map((group) => group.alone.length))
  const reports = groups.some(({ others }) => others.some(({ kind }) => kind === 'reports'))
  const what = alone > 2 ? text.onOneDay(alone) : text.inWeek(count)
  return reports ? `${what}, ${text.besideReports}` : what
}

/** Everything that does not fit, each with the way out of it. */
export function Troubles({ sheet }: { sheet: YearSheet }) {
  const text = yearPageText(sheet.language)
  const others = sheet.troubles.filter((one) => one.kind !== 'full-week')
  return (
    <>
      {fullWeeksOf(sheet).map((one) => (
        <FullWeekPart full={one} sheet={sheet} />
      ))}
      {others.length > 0 && (
        <section class="volleweek" aria-labelledby="past-niet">
          <h2 id="past-niet">{text.troubles}</h2>
          <ul>
            {others.map((one) => (
              <li>
                <span>{saysOf(one, sheet.language)}</span>
                <Ways ways={one.ways} sheet={sheet} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function FullWeekPart({ full, sheet }: { full: FullWeek; sheet: YearSheet }) {
  const { language } = sheet
  const text = yearPageText(language)
  const usable = full.ways.filter(({ moment }) => isUsable(sheet, moment))
  const proposes = usable.some(({ moment }) => actOf(sheet, moment) === 'propose')
  const id = `vol-${full.monday}`
  return (
    <section class="volleweek" aria-labelledby={id}>
      <h2 id={id}>{text.fullWeek(dayAndMonth(full.monday, language), full.count)}</h2>
      <p>
        {whatWhen(full.groups, language)}
        {usable.length > 0 && ` ${text.wantToMove(usable.length)}`}
      </p>
      {usable.length > 0 && (
        <ul>
          {usable.map((way) => (
            <li>
              <span>{nameIn(way, language)}</span>
              <Ways ways={[way]} sheet={sheet} />
            </li>
          ))}
        </ul>
      )}
      {proposes && <p class="noot">{text.youPropose}</p>}
      {full.ways.length === 0 && <p class="noot">{text.noWayOut}</p>}
      {full.ways.length > 0 && usable.length === 0 && <p class="noot">{text.askThem}</p>}
    </section>
  )
}

const isUsable = (sheet: YearSheet, moment: WayOut['moment']) => {
  const act = actOf(sheet, moment)
  return act === 'move' || act === 'propose'
}

const nameIn = ({ moment }: WayOut, language: Language) => moment.about || titleOf(moment, language)

/** 'Vier evaluaties op dinsdag, rapporten mee op donderdag en Sinterklaas op vrijdag.' */
function whatWhen(groups: readonly DayGroup[], language: Language): string {
  const text = yearPageText(language)
  const said = groups.flatMap((group) => {
    const weekday = text.weekdays[weekdayOf(group.day) - 1] ?? ''
    const what = whatOn(group, language)
    return what.length === 0 ? [] : [text.onDay(text.and(what), weekday)]
  })
  return `${capital(text.and(said))}.`
}

function whatOn({ together, alone, others }: DayGroup, language: Language): string[] {
  const text = yearPageText(language)
  return [
    ...(together ? [text.occasion[together.occasion].toLowerCase()] : []),
    ...(alone.length > 0 ? [text.evaluations(alone.length).toLowerCase()] : []),
    ...others.filter(({ kind }) => kind !== 'adopted').map((one) => titleOf(one, language)),
  ]
}

function saysOf(trouble: Exclude<Trouble, { kind: 'full-week' }>, language: Language): string {
  const text = yearPageText(language)
  const title = titleOf(trouble.moment, language)
  const day = weekDay(trouble.moment.from, language)
  if (trouble.kind === 'same-time') return text.sameTime(title, titleOf(trouble.other, language), day)
  if (trouble.free === null) return text.inWeekend(title, day)
  const says = trouble.free.kind === 'own' || trouble.free.name ? text.onOwnFreeDay : text.onFreeDay
  return says(title, day, spanInSentence(trouble.free, language))
}

type WaysProps = { ways: readonly WayOut[]; sheet: YearSheet }

/** Each way out as one button: it moves, or proposes. What lies open already is told. */
function Ways({ ways, sheet }: WaysProps) {
  const { language } = sheet
  const text = yearPageText(language)
  return (
    <>
      {ways
        .filter(({ moment }) => isUsable(sheet, moment))
        .map(({ moment, to }) => {
          const open = proposalAbout(sheet.proposals, moment)
          if (open) return <small>{text.proposed(dayAndMonth(open.to, language))}</small>
          const about = moment.about ? text.ofWhom(moment.about) : `: ${titleOf(moment, language)}`
          return (
            <form action="/year/move" method="post" class="eenknop">
              <HiddenFields values={{ uid: moment.uid, from: moment.from, day: to }} />
              <Button kind="link" about={about}>
                {text.to(shortWeekDay(to, language))}
                <Icon name="arrow" />
              </Button>
            </form>
          )
        })}
    </>
  )
}

/** 'di 8 december' */
export const shortWeekDay = (day: Day, language: Language) =>
  `${yearPageText(language).weekdaysShort[weekdayOf(day) - 1]} ${dayAndMonth(day, language)}`
