import { clock } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { ArrowLink, Button, LinkButton } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import { AppointmentLine } from './appointment-view.tsx'
import type { FreeSlot } from './hours.ts'
import { byDay, clockWords, dayWords, type OfficeSheet, slotKey, slotWords } from './office-sheet-view.ts'
import { officeText } from './office-text.ts'

type Props = { sheet: OfficeSheet }

/** What is true: the first free moment. */
export function OfficeHead({ sheet }: Props) {
  const { free, eyes, mayHold } = sheet
  const text = officeText(eyes.language)
  const [first] = free
  const title = first
    ? text.firstFree(
        eyes.nameOf(first.host),
        `${within(dayWords(first, eyes), eyes)} ${clock(first.startsAt, eyes.language)}`,
      )
    : mayHold
      ? text.hostHeading
      : text.page
  return <PageHead title={title} under={first || !mayHold ? text.under : text.underHost} />
}

/** A day in the middle of a sentence: English has capitals for the days of the week. */
const within = (day: string, { language }: OfficeSheet['eyes']) =>
  language === 'nl' || day === officeText(language).today ? lower(day) : day

const lower = (text: string) => `${text.charAt(0).toLocaleLowerCase('nl')}${text.slice(1)}`

/** Free moments, the one that was tapped, the own appointments, and who is there today. */
export function OfficeView({ sheet }: Props) {
  return (
    <div class="twee">
      <div class="kolom">
        <Chosen sheet={sheet} />
        <Mine sheet={sheet} />
        <Free sheet={sheet} />
      </div>
      <div class="kolom">
        <OwnHours sheet={sheet} />
        <Today sheet={sheet} />
      </div>
    </div>
  )
}

/** The second tap: with whom, when, and only if one wants to, about which question. */
function Chosen({ sheet }: Props) {
  const { chosen, eyes, tried } = sheet
  const text = officeText(eyes.language).confirm
  if (chosen === null) return null
  if (chosen === 'gone')
    return (
      <Notice kind="refusal" id="kies">
        <p>{tried?.act === 'book' ? tried.says : text.gone}</p>
      </Notice>
    )
  return (
    <section class="blok afspreken" id="kies" aria-labelledby="k-kies">
      <h2 id="k-kies">{text.title(eyes.nameOf(chosen.host))}</h2>
      <p class="groot">{slotWords(chosen, eyes)}</p>
      {chosen.place && <p class="zacht">{officeText(eyes.language).where(chosen.place)}</p>}
      {tried?.act === 'book' && (tried.field !== 'about' || sheet.questions.length === 0) && (
        <Notice kind="refusal">
          <p>{tried.says}</p>
        </Notice>
      )}
      <Form action="/office" labelledBy="k-kies">
        <HiddenFields values={{ act: 'book', slot: slotKey(chosen) }} />
        <AboutQuestion sheet={sheet} host={chosen.host} />
        <div class="rij knoppen">
          <Button icon="check">{text.book}</Button>
          <LinkButton href="/office">{text.not}</LinkButton>
        </div>
      </Form>
    </section>
  )
}

function AboutQuestion({ sheet: { questions, tried, eyes }, host }: Props & { host: PersonId }) {
  const text = officeText(eyes.language).confirm
  if (questions.length === 0) return null
  const mine = tried?.act === 'book' ? tried : null
  return (
    <>
      <SelectField
        name="about"
        label={text.about}
        hint={text.aboutHint}
        none={text.none}
        value={mine?.values['about']}
        options={questions.map(({ id, sentence }) => ({ value: id, label: sentence }))}
        error={mine?.field === 'about' ? mine.says : null}
      />
      {questions.some(({ rung }) => rung < 3) && (
        <Check
          name="bring"
          label={text.bring(eyes.nameOf(host))}
          note={text.bringNote}
          checked={mine?.values['bring'] === 'yes'}
        />
      )}
    </>
  )
}

function Mine({ sheet }: Props) {
  const { mine, eyes } = sheet
  const text = officeText(eyes.language)
  return (
    <section class="blok" id="afspraken" aria-labelledby="k-afspraken">
      <h2 id="k-afspraken">{text.mine}</h2>
      {mine.length === 0 ? (
        <p class="noot">{text.noMine}</p>
      ) : (
        <>
          <ul class="afspraken">
            {mine.map((one) => (
              <AppointmentLine sheet={one} tried={sheet.tried} eyes={eyes} />
            ))}
          </ul>
          <p class="noot">{text.onlyTwo}</p>
        </>
      )}
    </section>
  )
}

function Free({ sheet }: Props) {
  const { free, whoIsIn, eyes } = sheet
  const text = officeText(eyes.language)
  const others = whoIsIn.coordinators.filter(({ id }) => id !== eyes.me)
  if (others.length === 0) return null
  const hosts = [...new Set(free.map(({ host }) => host))]
  return (
    <section class="blok" aria-labelledby="k-vrij">
      <h2 id="k-vrij">{text.free}</h2>
      {hosts.length === 0 && <NoneFree sheet={sheet} />}
      {hosts.map((host) => (
        <>
          {others.length > 1 && <h3>{text.freeWith(eyes.nameOf(host))}</h3>}
          <Turns
            turns={free.filter((slot) => slot.host === host)}
            sheet={sheet}
            isNested={others.length > 1}
          />
        </>
      ))}
    </section>
  )
}

/** No office hours, or none that are free. */
function NoneFree({ sheet: { whoIsIn, eyes } }: Props) {
  const text = officeText(eyes.language)
  const names = whoIsIn.coordinators.filter(({ id }) => id !== eyes.me).map(({ name }) => name)
  const says = names.length > 1 ? text.noneMore : text.none
  return (
    <Empty sentence={says(names.join(', '))}>
      <p>
        <ArrowLink href="/questions/heavy">{text.heavy}</ArrowLink>
      </p>
    </Empty>
  )
}

function Turns({ turns, sheet, isNested }: Props & { turns: readonly FreeSlot[]; isNested: boolean }) {
  const { eyes, chosen } = sheet
  const text = officeText(eyes.language)
  const picked = chosen === null || chosen === 'gone' ? '' : slotKey(chosen)
  return (
    <div>
      {byDay(turns).map(({ first, ones }) => (
        <div class="beurtdag">
          {isNested ? <h4>{dayWords(first, eyes)}</h4> : <h3>{dayWords(first, eyes)}</h3>}
          <ul>
            {ones.map((slot) => (
              <li>
                <a
                  class="beurt"
                  href={`/office?slot=${encodeURIComponent(slotKey(slot))}#kies`}
                  aria-current={slotKey(slot) === picked ? 'true' : undefined}
                  aria-label={`${text.choose} ${dayWords(slot, eyes)}, ${clockWords(slot, eyes.language)}`}
                >
                  {clock(slot.startsAt, eyes.language)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function OwnHours({ sheet: { mayHold, holdsHours, eyes } }: Props) {
  const text = officeText(eyes.language)
  if (!mayHold) return null
  return (
    <section class="blok" aria-labelledby="k-uren">
      <h2 id="k-uren">{text.hostHeading}</h2>
      <p class="noot">{holdsHours ? text.doorShut : text.ownNone}</p>
      <p>
        <ArrowLink href="/office/hours">{holdsHours ? text.changeHours : text.setHours}</ArrowLink>
      </p>
    </section>
  )
}

function Today({ sheet: { whoIsIn, isSchoolDay, eyes } }: Props) {
  const text = officeText(eyes.language)
  return (
    <section class="blok" aria-labelledby="k-wie">
      <h2 id="k-wie">{text.who}</h2>
      {isSchoolDay ? (
        <ul class="aanwezig">
          {whoIsIn.coordinators.map(({ name, presence, standIn }) => (
            <li>
              <b>{name}</b> <span class="zacht">{text.presence[presence]}</span>
              {standIn && presence !== 'in' && <small>{text.standsIn(standIn.name)}</small>}
            </li>
          ))}
        </ul>
      ) : (
        <p>{text.noSchool}</p>
      )}
      <p>
        <ArrowLink href="/office/days">{text.yourDays}</ArrowLink>
      </p>
    </section>
  )
}
