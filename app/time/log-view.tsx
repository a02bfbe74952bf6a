import type { Moment } from '../kernel/day.ts'
import { clock, type Day } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { isGoal } from '../plan/entry.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, FieldError } from '../ui/field.tsx'
import { HiddenFields, PostButton } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Running } from './running-store.ts'
import { type Names, subjectLine, subjectWords } from './subject-view.ts'
import { type Activity, AD_HOCS, LENGTHS, type Subject, type TimeRefusal } from './time.ts'
import { exactly, timeText } from './time-text.ts'

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

export const TIME_HREF = '/time'

/** What for, and how long: two taps. What runs stands before it. */
export function LogView(sheet: LogSheet) {
  const text = timeText(sheet.names.language)
  return (
    <section class="loggen" aria-labelledby="log-kop" id="log">
      <h2 id="log-kop">{text.log}</h2>
      <div role="status">{sheet.saved && <Saved one={sheet.saved} names={sheet.names} />}</div>
      {sheet.tried && <Refused {...sheet.tried} language={sheet.names.language} />}
      {sheet.running ? <RunningView {...sheet} running={sheet.running} /> : <LogForm {...sheet} />}
      <p class="noot">
        {text.rather} <a href="/time/week">{text.estimate}</a>, {text.or}{' '}
        <a href="/time/import">{text.fromCalendar}</a>. <a href="/time/entries">{text.look}</a>. {text.only}
      </p>
    </section>
  )
}

function Refused({ field, says, language }: TriedTime & { language: Language }) {
  if (field === 'what' || field === 'minutes' || field === 'day') return null
  return (
    <Notice kind="refusal" title={timeText(language).notSaved}>
      <p>{says}</p>
    </Notice>
  )
}

function LogForm(sheet: LogSheet) {
  const { names, since, tried } = sheet
  const text = timeText(names.language)
  return (
    <form action={TIME_HREF} method="post" id="tijdvorm" novalidate aria-labelledby="log-kop">
      <HiddenFields values={{ act: 'log', once: sheet.once, since: since ?? '' }} />
      <fieldset>
        <legend>{text.what}</legend>
        <FieldError id="what-error" text={tried?.field === 'what' ? tried.says : null} />
        <Whats {...sheet} />
      </fieldset>
      <fieldset>
        <legend>{text.long}</legend>
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
          <Button kind="quiet" name="length" value="begin" icon="clock">
            {text.begin}
          </Button>
        </div>
      </fieldset>
      <OwnLength {...sheet} />
    </form>
  )
}

function Whats({ names, likely, tried }: LogSheet) {
  const text = timeText(names.language)
  const subjects: Subject[] = [
    ...likely.map((entryId) => ({ what: 'entry', entryId }) as const),
    { what: 'question' },
    { what: 'care' },
  ]
  const chosen = tried?.values['what'] ?? ''
  return (
    <>
      <div class="wat">
        {subjects.map((subject) => {
          const value = subject.what === 'entry' ? `entry:${subject.entryId}` : subject.what
          return <What value={value} chosen={chosen} {...subjectWords(subject, names)} />
        })}
        <What value="ad-hoc" chosen={chosen} {...text.between} />
        <What value="pick" chosen={chosen} {...text.pick} />
      </div>
      <AdHocs names={names} tried={tried} />
      <Pick names={names} tried={tried} />
    </>
  )
}

type WhatProps = { value: string; chosen: string; name: string; note: string }

function What({ value, chosen, name, note }: WhatProps) {
  const id = `w-${value.replace(':', '-')}`
  return (
    <label class="keuze" for={id}>
      <input
        type="radio"
        name="what"
        id={id}
        value={value}
        checked={value === chosen ? true : undefined}
        data-what={value.split(':')[0]}
      />
      <span>
        <b>{name}</b>
        <small>{note}</small>
      </span>
    </label>
  )
}

type MoreProps = Pick<LogSheet, 'names' | 'tried'>

/** A third tap that may stay away: without it the kind is 'something else'. */
function AdHocs({ names, tried }: MoreProps) {
  const text = timeText(names.language)
  const chosen = tried?.values['adHoc'] ?? 'other'
  return (
    <fieldset class="bij-tussendoor">
      <legend>{text.kindOf}</legend>
      <div class="soorten">
        {AD_HOCS.map((kind) => (
          <label for={`a-${kind}`}>
            <input
              type="radio"
              name="adHoc"
              id={`a-${kind}`}
              value={kind}
              checked={kind === chosen ? true : undefined}
            />
            <span>{text.adHoc[kind]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Pick({ names, tried }: MoreProps) {
  const text = timeText(names.language)
  return (
    <div class="veld bij-kies">
      <label for="f-entry">{text.pickFrom}</label>
      <select name="entry" id="f-entry">
        <option value="">{text.other}</option>
        <EntryOptions names={names} chosen={tried?.values['entry'] ?? ''} />
      </select>
    </div>
  )
}

/** The goals and tracks of the plan as options. */
export function EntryOptions({ names, chosen }: { names: Names; chosen: string }) {
  const text = timeText(names.language)
  const entries = names.plan?.entries ?? []
  const groups = [
    { label: text.goals, ones: entries.filter(isGoal) },
    { label: text.tracks, ones: entries.filter((entry) => !isGoal(entry)) },
  ]
  return (
    <>
      {groups
        .filter(({ ones }) => ones.length > 0)
        .map(({ label, ones }) => (
          <optgroup label={label}>
            {ones.map(({ id }) => (
              <option value={id} selected={id === chosen ? true : undefined}>
                {subjectWords({ what: 'entry', entryId: id }, names).name}
              </option>
            ))}
          </optgroup>
        ))}
    </>
  )
}

function OwnLength({ names, today, tried }: LogSheet) {
  const text = timeText(names.language)
  const error = (field: string) => (tried?.field === field ? tried.says : null)
  const open = tried?.field === 'minutes' || tried?.field === 'day'
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
        <Field
          name="minutes"
          type="text"
          inputmode="numeric"
          label={text.ownLength}
          value={tried?.values['minutes']}
          error={error('minutes')}
          narrow
        />
        <Button name="length" value="own">
          {text.save}
        </Button>
      </div>
    </Fold>
  )
}

function RunningView({ names, running, ranTooLong, tried }: LogSheet & { running: Running }) {
  const text = timeText(names.language)
  const what = subjectLine(running.subject, names)
  return (
    <div class="loopt">
      <p class="groot">{text.running(what, clock(running.startedAt, names.language))}</p>
      {ranTooLong && <p class="noot">{text.ranLong}</p>}
      <form action={TIME_HREF} method="post" class="duur" aria-label={what}>
        <HiddenFields values={{ act: 'done', started: running.startedAt }} />
        {ranTooLong
          ? LENGTHS.map((minutes) => (
              <Button kind="quiet" name="length" value={String(minutes)}>
                {text.minutes(minutes)}
              </Button>
            ))
          : null}
        {!ranTooLong && (
          <Button icon="check" name="length" value="now">
            {text.done}
          </Button>
        )}
        <Button kind="quiet" name="length" value="drop">
          {text.notAfterAll}
        </Button>
      </form>
      <FieldError
        id="running-error"
        text={tried?.field === 'minutes' || tried?.field === 'what' ? tried.says : null}
      />
    </div>
  )
}

function Saved({ one, names }: { one: Activity; names: Names }) {
  const text = timeText(names.language)
  const other = one.aim === 'preventive' ? 'curative' : 'preventive'
  return (
    <div class="bewaard">
      <p class="noot">
        <Icon name="check" />
        <span>
          {text.saved(subjectLine(one.subject, names), exactly(one.minutes, names.language))}{' '}
          {text.counted[one.aim ?? 'neither']}
        </span>
      </p>
      <PostButton kind="link" action={TIME_HREF} hidden={{ act: 'undo', id: one.id }}>
        {text.undo}
      </PostButton>
      <PostButton kind="link" action={TIME_HREF} hidden={{ act: 'flip', id: one.id, aim: other }}>
        {text.flip[other]}
      </PostButton>
    </div>
  )
}
