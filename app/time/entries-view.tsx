import { clock, type Day, longDay, shortDay, weekDay } from '../kernel/day.ts'
import { weekNumber } from '../kernel/days.ts'
import { DOMAINS } from '../plan/entry.ts'
import { ArrowLink, BackLink, Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import { type Counted, countOnce } from './count.ts'
import { entriesText } from './entries-text.ts'
import { SubjectField } from './subject-field-view.tsx'
import { type Names, subjectLine } from './subject-view.ts'
import type { Activity } from './time.ts'
import { exactly, timeText } from './time-text.ts'
import { nextWeek, previousWeek, sundayOf } from './week.ts'

/** A week of what somebody wrote down, as its owner sees it. */
export type EntriesSheet = {
  readonly week: Day
  readonly today: Day
  readonly activities: readonly Activity[]
  readonly names: Names
  /** What was sent and not taken, by the piece that it is about. */
  readonly tried: { readonly id: string; readonly field: string | null; readonly says: string } | null
}

export const ENTRIES_HREF = '/time/entries'

export function EntriesView(sheet: EntriesSheet) {
  const { week, activities, names, today } = sheet
  const { language } = names
  const text = entriesText(language)
  const counted = countOnce(activities)
  const total = counted.reduce((sum, { minutes }) => sum + minutes, 0)
  const span = text.span(shortDay(week, language), longDay(sundayOf(week), language))
  return (
    <>
      <PageHead
        title={text.title(weekNumber(week))}
        under={activities.length === 0 ? span : `${span} ${text.total(exactly(total, language))}`}
      />
      <p class="rij">
        <BackLink href="/time">{text.back}</BackLink>
        <BackLink href={`${ENTRIES_HREF}?week=${previousWeek(week)}`}>{text.before}</BackLink>
        {nextWeek(week) <= today && (
          <ArrowLink href={`${ENTRIES_HREF}?week=${nextWeek(week)}`}>{text.after}</ArrowLink>
        )}
        <ArrowLink href={`/time/week?week=${week}`}>{text.estimate}</ArrowLink>
      </p>
      {activities.length === 0 && <Empty sentence={text.empty} />}
      <Estimated {...sheet} />
      <Days {...sheet} counted={counted} />
      {hidden(activities, counted) && <p class="noot">{text.overlap}</p>}
    </>
  )
}

/** Whether some minutes lie under others on the clock. */
const hidden = (activities: readonly Activity[], counted: readonly Counted[]) =>
  activities.every(({ source }) => source !== 'estimate') &&
  counted.reduce((sum, { minutes }) => sum + minutes, 0) <
    activities.reduce((sum, { minutes }) => sum + minutes, 0)

function Estimated({ activities, names, week }: EntriesSheet) {
  const text = entriesText(names.language)
  if (activities.every(({ source }) => source !== 'estimate')) return null
  return (
    <Notice>
      <p>{text.estimated}</p>
      <PostButton kind="link" action={ENTRIES_HREF} hidden={{ act: 'drop-estimate', week }}>
        {text.dropEstimate}
      </PostButton>
    </Notice>
  )
}

function Days(sheet: EntriesSheet & { counted: readonly Counted[] }) {
  const { activities, names } = sheet
  const { language } = names
  const estimates = activities.filter(({ source }) => source === 'estimate')
  const byDay = [
    ...Map.groupBy(
      activities.filter(({ source }) => source !== 'estimate'),
      ({ day }) => day,
    ),
  ]
  return (
    <>
      {estimates.length > 0 && (
        <DayBlock sheet={sheet} id="week" title={entriesText(language).allWeek} ones={estimates} />
      )}
      {byDay.map(([day, ones]) => (
        <DayBlock sheet={sheet} id={day} title={weekDay(day, language)} ones={ones} />
      ))}
    </>
  )
}

type DayProps = {
  sheet: EntriesSheet & { counted: readonly Counted[] }
  id: string
  title: string
  ones: readonly Activity[]
}

function DayBlock({ sheet, id, title, ones }: DayProps) {
  return (
    <section class="blok tijddag" aria-labelledby={`d-${id}`}>
      <h2 id={`d-${id}`}>{title}</h2>
      <ul>
        {ones.map((one) => (
          <li id={`t-${one.id}`}>
            <Line sheet={sheet} one={one} />
            {one.source !== 'estimate' && <Change sheet={sheet} one={one} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ sheet, one }: { sheet: DayProps['sheet']; one: Activity }) {
  const { language } = sheet.names
  const text = entriesText(language)
  const counts = sheet.counted.some(({ activity }) => activity.id === one.id)
  const domains = one.domains.map((domain) => text.domain[domain].toLowerCase()).join(', ')
  return (
    <>
      <span>
        <b>{exactly(one.minutes, language)}</b> {subjectLine(one.subject, sheet.names)}
      </span>
      <small>
        {[
          one.startedAt && text.from(clock(one.startedAt, language)),
          text.aims[one.aim ?? 'neither'].toLowerCase(),
          domains,
          text.source[one.source],
          !counts && sheet.activities.some(({ source }) => source === 'estimate') && text.inEstimate,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  )
}

function Change({ sheet, one }: { sheet: EntriesSheet; one: Activity }) {
  const { language } = sheet.names
  const [text, words] = [entriesText(language), timeText(language)]
  const tried = sheet.tried?.id === one.id ? sheet.tried : null
  const error = (field: string) => (tried?.field === field ? tried.says : null)
  const what = `${subjectLine(one.subject, sheet.names)}, ${exactly(one.minutes, language)}`
  return (
    <Fold
      summary={
        <>
          {text.change}
          <span class="vh"> {what}</span>
        </>
      }
      open={tried !== null}
    >
      <Form action={ENTRIES_HREF} id={`f-${one.id}`} label={text.changeOf(what)}>
        <HiddenFields values={{ act: 'change', id: one.id, week: sheet.week }} />
        <SubjectField
          id={`s-${one.id}`}
          names={sheet.names}
          label={text.subject}
          chosen={one.subject}
          error={error('what')}
        />
        <Field
          name="minutes"
          id={`m-${one.id}`}
          label={words.ownLength}
          inputmode="numeric"
          value={one.minutes}
          error={error('minutes')}
          narrow
        />
        <Field
          name="day"
          id={`day-${one.id}`}
          type="date"
          label={words.day}
          value={one.day}
          max={sheet.today}
          error={error('day')}
          narrow
        />
        <HowItCounts one={one} text={text} />
        <div class="rij knoppen">
          <Button>{text.save}</Button>
          <Button kind="quiet" name="act" value="remove">
            {text.remove}
          </Button>
        </div>
      </Form>
    </Fold>
  )
}

function HowItCounts({ one, text }: { one: Activity; text: ReturnType<typeof entriesText> }) {
  return (
    <>
      <fieldset>
        <legend>{text.aim}</legend>
        <div class="soorten">
          {(['preventive', 'curative', 'neither'] as const).map((aim) => (
            <label for={`aim-${one.id}-${aim}`}>
              <input
                type="radio"
                name="aim"
                id={`aim-${one.id}-${aim}`}
                value={aim}
                checked={(one.aim ?? 'neither') === aim ? true : undefined}
              />
              <span>{text.aims[aim]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{text.domains}</legend>
        {DOMAINS.map((domain) => (
          <Check
            name="domain"
            value={domain}
            label={text.domain[domain]}
            checked={one.domains.includes(domain)}
            id={`dom-${one.id}-${domain}`}
          />
        ))}
      </fieldset>
    </>
  )
}
