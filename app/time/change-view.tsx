import type { Day } from '../kernel/day.ts'
import { DOMAINS } from '../plan/entry.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { entriesText } from './entries-text.ts'
import { SubjectField } from './subject-field-view.tsx'
import { type Names, subjectLine } from './subject-view.ts'
import type { Activity } from './time.ts'
import { exactly, timeText } from './time-text.ts'

/** What was sent and not taken, by the piece that it is about. */
export type TriedChange = { readonly id: string; readonly field: string | null; readonly says: string }

export const ENTRIES_HREF = '/time/entries'

type ChangeProps = { one: Activity; names: Names; week: Day; today: Day; tried: TriedChange | null }

/** Everything of a piece of time can be changed, and it can be taken away. */
export function ChangeView({ one, names, week, today, tried }: ChangeProps) {
  const text = entriesText(names.language)
  const mine = tried?.id === one.id ? tried : null
  const what = `${subjectLine(one.subject, names)}, ${exactly(one.minutes, names.language)}`
  const summary = (
    <>
      {text.change}
      <span class="vh"> {what}</span>
    </>
  )
  return (
    <Fold summary={summary} open={mine !== null}>
      <Form action={ENTRIES_HREF} id={`f-${one.id}`} label={text.changeOf(what)}>
        <HiddenFields values={{ act: 'change', id: one.id, week }} />
        <Facts one={one} names={names} today={today} tried={mine} />
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

/** What it was for, how long, on which day. */
function Facts({ one, names, today, tried }: Omit<ChangeProps, 'week'>) {
  const words = timeText(names.language)
  const error = (field: string) => (tried?.field === field ? tried.says : null)
  return (
    <>
      <SubjectField
        id={`s-${one.id}`}
        names={names}
        label={entriesText(names.language).subject}
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
        max={today}
        error={error('day')}
        narrow
      />
    </>
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
