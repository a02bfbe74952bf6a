import { weekDay } from '../kernel/day.ts'
import { BackLink, Button } from '../ui/button.tsx'
import { Field, type Option, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { DAY_PARTS, type PersonDays, type Presence, WEEKDAYS, type Weekday, type WhoIsIn } from './days.ts'
import { daysText } from './days-text.ts'
import type { OfficeEyes } from './office-sheet-view.ts'

/** What was sent and not taken. */
export type DaysTried = {
  readonly act: string
  readonly values: Readonly<Record<string, string | undefined>>
  readonly field: string | null
  readonly says: string
}

export type DaysSheet = {
  readonly own: PersonDays
  readonly whoIsIn: WhoIsIn
  /** Today: else nobody is there. */
  readonly isSchoolDay: boolean
  /** Whom a coordinator can choose to stand in; null: no coordinator. */
  readonly colleagues: readonly Option[] | null
  readonly tried: DaysTried | null
  readonly eyes: OfficeEyes
}
type Props = { sheet: DaysSheet }

const ACTION = '/office/days'

/** The own days, single days that are different, who stands in, and who is there today. */
export function DaysView({ sheet }: Props) {
  const text = daysText(sheet.eyes.language)
  return (
    <>
      <p>
        <BackLink href="/office">{text.back}</BackLink>
      </p>
      {sheet.tried && sheet.tried.field === null && (
        <Notice kind="refusal">
          <p>{sheet.tried.says}</p>
        </Notice>
      )}
      <div class="twee">
        <div class="kolom">
          <Today sheet={sheet} />
          <Week sheet={sheet} />
          <Single sheet={sheet} />
          {sheet.colleagues && <StandIn sheet={sheet} colleagues={sheet.colleagues} />}
        </div>
        <div class="kolom">
          <Everybody sheet={sheet} />
        </div>
      </div>
    </>
  )
}

function Today({ sheet: { own, eyes } }: Props) {
  const text = daysText(eyes.language)
  const single = own.single.get(eyes.today)
  const hidden = { act: 'day', day: 'today' }
  return (
    <section class="blok" aria-labelledby="k-vandaag">
      <h2 id="k-vandaag">{text.today}</h2>
      {single === undefined ? (
        <div class="rij knoppen">
          <PostButton action={ACTION} hidden={{ ...hidden, how: 'away' }}>
            {text.notToday}
          </PostButton>
          <PostButton action={ACTION} hidden={{ ...hidden, how: 'in' }} kind="quiet">
            {text.yesToday}
          </PostButton>
        </div>
      ) : (
        <>
          <p>{single ? text.saysIn : text.saysAway}</p>
          <PostButton action={ACTION} hidden={{ ...hidden, how: 'usual' }} kind="quiet">
            {text.usual}
          </PostButton>
        </>
      )}
    </section>
  )
}

function Week({ sheet: { own, eyes } }: Props) {
  const text = daysText(eyes.language)
  return (
    <section class="blok" aria-labelledby="k-week">
      <h2 id="k-week">{text.week}</h2>
      <p class="noot">{text.weekNote}</p>
      <Form action={ACTION} id="week" labelledBy="k-week">
        <HiddenFields values={{ act: 'week' }} />
        <div>
          {WEEKDAYS.map((weekday) => (
            <DayField weekday={weekday} own={own} text={text} />
          ))}
        </div>
        <Button>{text.save}</Button>
      </Form>
    </section>
  )
}

type DayFieldProps = { weekday: Weekday; own: PersonDays; text: ReturnType<typeof daysText> }

function DayField({ weekday, own, text }: DayFieldProps) {
  const chosen = own.week[weekday] ?? ''
  const parts = [['', text.part.none] as const, ...DAY_PARTS.map((part) => [part, text.part[part]] as const)]
  return (
    <fieldset class="weekdag">
      <legend>{text.weekdays[weekday - 1]}</legend>
      <div class="dagkeuze">
        {parts.map(([value, label]) => (
          <label for={`d-${weekday}-${value}`}>
            <input
              type="radio"
              name={`day-${weekday}`}
              id={`d-${weekday}-${value}`}
              value={value}
              checked={value === chosen ? true : undefined}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Single({ sheet }: Props) {
  const { tried, eyes } = sheet
  const text = daysText(eyes.language)
  const mine = tried?.act === 'day' && tried.field === 'day' ? tried : null
  const how = [
    { value: 'away', label: text.away },
    { value: 'in', label: text.there },
  ]
  return (
    <section class="blok" aria-labelledby="k-los">
      <h2 id="k-los">{text.single}</h2>
      <Form action={ACTION} id="single" labelledBy="k-los">
        <HiddenFields values={{ act: 'day' }} />
        <div class="tweeveld">
          <Field
            type="date"
            name="day"
            label={text.day}
            value={mine?.values['day']}
            error={mine?.says}
            narrow
          />
          <SelectField
            name="how"
            label={text.how}
            value={mine?.values['how'] ?? 'away'}
            options={how}
            narrow
          />
        </div>
        <Button kind="quiet">{text.save}</Button>
      </Form>
      <Singles sheet={sheet} />
    </section>
  )
}

function Singles({ sheet: { own, eyes } }: Props) {
  const text = daysText(eyes.language)
  const ahead = [...own.single]
    .filter(([day]) => day > eyes.today)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  if (ahead.length === 0) return null
  return (
    <ul class="lossedagen" aria-label={text.singles}>
      {ahead.map(([day, isIn]) => (
        <li>
          <span>{(isIn ? text.singleIn : text.singleAway)(weekDay(day, eyes.language))}</span>
          <PostButton
            action={ACTION}
            hidden={{ act: 'day', day, how: 'usual' }}
            kind="link"
            about={weekDay(day, eyes.language)}
          >
            {text.drop}
          </PostButton>
        </li>
      ))}
    </ul>
  )
}

function StandIn({ sheet, colleagues }: Props & { colleagues: readonly Option[] }) {
  const { whoIsIn, tried, eyes } = sheet
  const text = daysText(eyes.language)
  const chosen = whoIsIn.coordinators.find(({ id }) => id === eyes.me)?.standIn?.id ?? ''
  const mine = tried?.field === 'standIn' ? tried : null
  return (
    <section class="blok" id="waarneming" aria-labelledby="k-waarneming">
      <h2 id="k-waarneming">{text.standIn}</h2>
      <p class="noot">{text.standInNote}</p>
      <Form action={ACTION} id="stand-in" labelledBy="k-waarneming">
        <HiddenFields values={{ act: 'stand-in' }} />
        <SelectField
          name="standIn"
          label={text.standInField}
          none={text.nobody}
          value={mine?.values['standIn'] ?? chosen}
          options={colleagues}
          error={mine?.says}
        />
        <Button kind="quiet">{text.save}</Button>
      </Form>
    </section>
  )
}

const GROUPS = ['in', 'morning', 'afternoon', 'out', 'unknown'] as const
/** Away this once or not one of the own days: to a colleague it is the same. */
const groupOf = (presence: Presence) => (presence === 'away' ? 'out' : presence)

function Everybody({ sheet: { whoIsIn, isSchoolDay, eyes } }: Props) {
  const text = daysText(eyes.language)
  const standsInFor = whoIsIn.coordinators.filter(({ standIn }) => standIn?.id === eyes.me)
  const groups = GROUPS.map((group) => ({
    group,
    names: [...whoIsIn.people].flatMap(([id, presence]) =>
      groupOf(presence) === group ? [eyes.nameOf(id)] : [],
    ),
  }))
  return (
    <section class="blok" aria-labelledby="k-wie">
      <h2 id="k-wie">{text.who}</h2>
      {standsInFor.length > 0 && <p>{text.youStandIn(standsInFor.map(({ name }) => name).join(', '))}</p>}
      {isSchoolDay ? (
        <dl class="wie-er-is">
          {groups
            .filter(({ names }) => names.length > 0)
            .map(({ group, names }) => (
              <div>
                <dt>{text.groups[group]}</dt>
                <dd>{names.join(', ')}</dd>
              </div>
            ))}
        </dl>
      ) : (
        <p>{text.noSchool}</p>
      )}
    </section>
  )
}
