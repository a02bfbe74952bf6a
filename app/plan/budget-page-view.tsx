import { aimSentence } from '../form/aim-text.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { aimText } from './aim-text.ts'
import { AimForm, type AimTried } from './aim-view.tsx'
import type { Budget } from './budget.ts'
import { budgetText, hoursIn } from './budget-text.ts'
import { BudgetBlock } from './budget-view.tsx'
import type { Entry } from './entry.ts'
import { mayWritePlan } from './plan-may.ts'
import { cardId, type Drawing, longName } from './plan-sheet-view.ts'

/** What was sent of the week and not taken. */
export type WeekTried = {
  readonly care: string
  readonly room: string
  readonly field: string
  readonly error: string
}
export type BudgetTried = { readonly aim?: AimTried; readonly week?: WeekTried }

type Props = { d: Drawing; budget: Budget; tried: BudgetTried }

/** The time in a plan: whether it fits, what it is made of, and the agreement on preventing. */
export function BudgetView({ d, budget, tried }: Props) {
  const text = budgetText(d.language)
  const writes = mayWritePlan(d.actor, d.plan).may
  return (
    <div class="kolom tijdplan">
      <section class="blok" aria-label={text.barSays}>
        <BudgetBlock budget={budget} roster={d.sheet.roster} reader={d.sheet.reader} />
      </section>
      {writes && <WeekForm d={d} tried={tried.week ?? null} />}
      <EntryHours d={d} budget={budget} />
      <AimPart d={d} tried={tried.aim ?? null} writes={writes} />
    </div>
  )
}

function WeekForm({ d, tried }: { d: Drawing; tried: WeekTried | null }) {
  const text = budgetText(d.language)
  const { careHours, roomHours } = d.plan
  const typed = (hours: number | null) => (hours === null ? '' : hoursInFull(hours, d))
  const field = (name: 'care' | 'room', now: number | null) => ({
    name,
    value: tried?.[name] ?? typed(now),
    error: tried?.field === name ? tried.error : null,
    optional: d.language,
    inputmode: 'decimal' as const,
    maxlength: 6,
    narrow: true,
  })
  return (
    <section class="blok" aria-labelledby="week">
      <h2 id="week">{text.weekTitle}</h2>
      <p>{text.weekSay(d.terms)}</p>
      <Form action={`${d.href}/budget`} labelledBy="week">
        <input type="hidden" name="act" value="week" />
        <Field {...field('care', careHours)} label={text.care} hint={text.careHint} />
        <Field {...field('room', roomHours)} label={text.room} hint={text.roomHint} />
        <Button>{text.save}</Button>
      </Form>
    </section>
  )
}

/** With all its decimals, as it was typed: in a field nothing is rounded. */
const hoursInFull = (hours: number, { language }: Drawing) =>
  language === 'nl' ? String(hours).replace('.', ',') : String(hours)

/** Entry by entry what is asked, as it adds up to the year. */
function EntryHours({ d, budget }: { d: Drawing; budget: Budget }) {
  const text = budgetText(d.language)
  const asking = d.plan.entries.filter(hasHours)
  const without = d.plan.entries.length - asking.length
  const hours = (year: number) => [String(year), ofWeek(year / Math.max(1, budget.weeks), d)]
  return (
    <section class="blok" aria-labelledby="per-entry">
      <h2 id="per-entry">{text.entries}</h2>
      {asking.length === 0 ? (
        <p>{text.noHours}</p>
      ) : (
        <Table
          caption={text.perEntry}
          hiddenCaption
          head={[text.entry, text.ofYear, text.ofWeek]}
          figures={[1, 2]}
          rows={[
            ...asking.map((entry) => [
              <EntryLink d={d} entry={entry} />,
              ...hours(entry.coordinatorHours ?? 0),
            ]),
            [<b>{text.sum}</b>, ...hours(budget.plannedYear)],
          ]}
        />
      )}
      {asking.length > 0 && without > 0 && <p class="noot">{text.withoutHours(without)}</p>}
    </section>
  )
}

/** An hour in a whole year is no part of a week that one can say. */
const ofWeek = (hours: number, { language }: Drawing) => (hours < 0.05 ? '–' : hoursIn(hours, language))

const hasHours = ({ coordinatorHours }: Entry) => (coordinatorHours ?? 0) > 0

const EntryLink = ({ d, entry }: { d: Drawing; entry: Entry }) => (
  <a href={`${d.href}?shown=${entry.id}#${cardId(entry.id)}`}>{longName(entry, d)}</a>
)

function AimPart({ d, tried, writes }: { d: Drawing; tried: AimTried | null; writes: boolean }) {
  const text = aimText(d.language)
  const { preventiveAim } = d.plan
  const said = preventiveAim === null ? text.noneAgreed : aimSentence(preventiveAim, d.language, d.terms)
  return (
    <section class="blok deelkeuzes" aria-labelledby="aim">
      <h2 id="aim">{budgetText(d.language).aimTitle}</h2>
      {writes ? (
        <AimForm d={d} tried={tried} />
      ) : (
        <>
          <p>{said}</p>
          <p class="noot">{text.closed}</p>
        </>
      )}
      <p>
        <ArrowLink href="/time/shared">{budgetText(d.language).toShared}</ArrowLink>
      </p>
    </section>
  )
}
