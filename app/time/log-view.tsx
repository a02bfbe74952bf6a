import { clock, type Day, type Moment } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, FieldError } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { RunningView, SavedView, TIME_HREF } from './running-view.tsx'
import type { Names } from './subject-view.ts'
import { type Activity, LENGTHS, type Running } from './time.ts'
import { timeText } from './time-text.ts'
import { Whats } from './whats-view.tsx'

/** What was sent and not taken. */
export type TriedTime = {
  readonly values: Readonly<Record<string, string>>
  readonly field: string | null
  readonly says: string
}

/** Writing down in two taps, as its owner sees it. */
export type LogSheet = {
  readonly names: Names
  /** The entries of the plan that stand ready as a choice. */
  readonly likely: readonly EntryId[]
  /** Since when 'until now' goes; null: nobody can say. */
  readonly since: Moment | null
  readonly running: Running | null
  /** It began too long ago to say by itself how long it was. */
  readonly ranTooLong: boolean
  /** What was just written down. */
  readonly saved: Activity | null
  /** For the one form that is sent: sent twice it counts once. */
  readonly once: string
  readonly today: Day
  readonly tried: TriedTime | null
}

/** What for, and how long: two taps. What runs stands before it; something may come in between. */
export function LogView(sheet: LogSheet) {
  const text = timeText(sheet.names.language)
  const isDone = sheet.tried?.values['act'] === 'done'
  return (
    <section class="loggen" aria-labelledby="log-kop" id="log">
      <h2 id="log-kop">{text.log}</h2>
      <div role="status">{sheet.saved && <SavedView one={sheet.saved} names={sheet.names} />}</div>
      {sheet.tried && <Refused {...sheet.tried} language={sheet.names.language} />}
      {sheet.running && (
        <RunningView
          names={sheet.names}
          running={sheet.running}
          ranTooLong={sheet.ranTooLong}
          says={isDone && isBeside(sheet.tried) ? (sheet.tried?.says ?? null) : null}
        />
      )}
      <LogForm {...sheet} tried={isDone ? null : sheet.tried} />
      <p class="noot">
        {text.rather} <a href="/time/week">{text.estimate}</a>, {text.or}{' '}
        <a href="/time/import">{text.fromCalendar}</a>. <a href="/time/entries">{text.look}</a>. {text.only}
      </p>
    </section>
  )
}

const BESIDE: readonly string[] = ['what', 'day', 'from', 'minutes']

/** Its sentence stands beside a field. */
const isBeside = (tried: Pick<TriedTime, 'field'> | null) =>
  tried !== null && BESIDE.includes(tried.field ?? '')

function Refused({ field, says, language }: TriedTime & { language: Language }) {
  if (isBeside({ field })) return null
  return (
    <Notice kind="refusal" title={timeText(language).notSaved}>
      <p>{says}</p>
    </Notice>
  )
}

function LogForm(sheet: LogSheet) {
  const { names, tried } = sheet
  const text = timeText(names.language)
  return (
    <form action={TIME_HREF} method="post" id="tijdvorm" novalidate aria-labelledby="log-kop">
      <HiddenFields values={{ act: 'log', once: sheet.once, since: sheet.since ?? '' }} />
      {/* The first button is the one of the Enter key: in a field of one's own it is not 'five minutes'. */}
      <button hidden name="length" value="own">
        {text.save}
      </button>
      <fieldset
        role="radiogroup"
        aria-invalid={tried?.field === 'what' ? 'true' : undefined}
        aria-describedby={tried?.field === 'what' ? 'what-error' : undefined}
      >
        <legend>{text.what}</legend>
        <FieldError id="what-error" text={tried?.field === 'what' ? tried.says : null} />
        <Whats names={names} likely={sheet.likely} values={tried?.values ?? {}} />
      </fieldset>
      <fieldset>
        <legend>{text.long}</legend>
        <Lengths {...sheet} />
      </fieldset>
      <OwnLength {...sheet} />
    </form>
  )
}

function Lengths({ names, since, running }: LogSheet) {
  const text = timeText(names.language)
  return (
    <div class="duur">
      {LENGTHS.map((minutes) => (
        <Button kind="quiet" name="length" value={String(minutes)}>
          {text.minutes(minutes)}
        </Button>
      ))}
      {since && (
        <Button kind="quiet" name="length" value="now">
          {text.untilNow(clock(since, names.language))}
        </Button>
      )}
      {!running && (
        <Button kind="quiet" name="length" value="begin" icon="clock">
          {text.begin}
        </Button>
      )}
    </div>
  )
}

function OwnLength({ names, today, tried }: LogSheet) {
  const text = timeText(names.language)
  const error = (field: string) => (tried?.field === field ? tried.says : null)
  const open = isBeside(tried) && tried?.field !== 'what'
  return (
    <Fold summary={text.another} open={open}>
      <div class="rij anders">
        <Field
          name="day"
          type="date"
          label={text.day}
          value={tried?.values['day'] ?? today}
          max={today}
          error={error('day')}
          narrow
        />
        <FromAndMinutes {...{ names, tried }} error={error} />
        <Button name="length" value="own">
          {text.save}
        </Button>
      </div>
    </Fold>
  )
}

type FromProps = Pick<LogSheet, 'names' | 'tried'> & { error: (field: string) => string | null }

function FromAndMinutes({ names, tried, error }: FromProps) {
  const text = timeText(names.language)
  return (
    <>
      <Field
        name="from"
        type="time"
        label={text.from}
        value={tried?.values['from']}
        error={error('from')}
        narrow
      />
      <Field
        name="minutes"
        type="text"
        inputmode="numeric"
        label={text.ownLength}
        hint={text.untilNowHint}
        value={tried?.values['minutes']}
        error={error('minutes')}
        narrow
      />
    </>
  )
}
