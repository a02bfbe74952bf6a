import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { LENGTHS } from '../visit/offer.ts'
import { LONGEST_PLACE, otherOf } from './appointment.ts'
import {
  type AppointmentSheet,
  type OfficeEyes,
  type OfficeTried,
  slotKey,
  slotWords,
} from './office-sheet-view.ts'
import { officeText } from './office-text.ts'

type Props = { sheet: AppointmentSheet; tried: OfficeTried | null; eyes: OfficeEyes }

/** One appointment to come: with whom, when, where, and how to move it or call it off. */
export function AppointmentLine({ sheet, tried, eyes }: Props) {
  const { one, clashes, away, questionHref } = sheet
  const text = officeText(eyes.language)
  const mine = tried?.id === one.id ? tried : null
  const canChange = one.startsAt > eyes.now
  return (
    <li id={`a-${one.id}`}>
      <h3>{text.with(eyes.nameOf(otherOf(one, eyes.me)))}</h3>
      <p>
        <time datetime={one.startsAt}>{slotWords(one, eyes)}</time>
      </p>
      {one.place && <p class="zacht">{text.where(one.place)}</p>}
      {clashes && <p class="zacht">{text.clash}</p>}
      {away && <p>{away === eyes.me ? text.youAway : text.theyAway(eyes.nameOf(away))}</p>}
      {mine && (
        <Notice kind="refusal">
          <p>{mine.says}</p>
        </Notice>
      )}
      <p class="rij">
        {questionHref && (
          <a href={questionHref}>{one.guest === eyes.me ? text.aboutYours : text.aboutTheirs}</a>
        )}
        <a href={`/office/${one.id}/calendar.ics`} data-turbo="false">
          {text.calendar}
        </a>
      </p>
      {canChange && (
        <Fold summary={text.change} open={mine !== null}>
          <Move sheet={sheet} tried={mine} eyes={eyes} />
          <Cancel sheet={sheet} tried={null} eyes={eyes} />
        </Fold>
      )}
    </li>
  )
}

const hiddenOf = (act: string, { one }: AppointmentSheet) => ({
  act,
  appointment: one.id,
  revision: String(one.revision),
})

/** To another free turn; who holds the hours may choose a moment of one's own as well. */
function Move({ sheet, tried, eyes }: Props) {
  const { one, free } = sheet
  const text = officeText(eyes.language)
  const isHost = one.host === eyes.me
  const label = `${text.move} ${slotWords(one, eyes)}`
  if (free.length === 0 && !isHost) return <p class="noot">{text.noFree}</p>
  return (
    <Form action="/office" id={`f-move-${one.id}`} label={label}>
      <HiddenFields values={hiddenOf('move', sheet)} />
      {isHost ? (
        <HostMoment sheet={sheet} tried={tried} eyes={eyes} />
      ) : (
        <TurnField sheet={sheet} tried={tried} eyes={eyes} name="moment" />
      )}
      <Button kind="quiet">{text.moveIt}</Button>
    </Form>
  )
}

function TurnField({ sheet: { one, free }, tried, eyes, name }: Props & { name: string }) {
  const text = officeText(eyes.language)
  return (
    <SelectField
      name={name}
      id={`f-${name}-${one.id}`}
      label={text.moveChoose}
      value={tried?.values[name]}
      options={free.map((slot) => ({ value: slotKey(slot), label: slotWords(slot, eyes) }))}
    />
  )
}

/** An own moment beside the free turns. */
function HostMoment({ sheet, tried, eyes }: Props) {
  const { one, free } = sheet
  const text = officeText(eyes.language)
  const own = { value: 'own', title: text.ownTime, more: <OwnTime sheet={sheet} tried={tried} eyes={eyes} /> }
  return (
    <ChoiceGroup
      legend={text.move}
      name="moment"
      id={`moment-${one.id}`}
      chosen={[tried?.values['moment'] ?? (free[0] ? slotKey(free[0]) : 'own')]}
      choices={[
        ...free.slice(0, 6).map((slot) => ({ value: slotKey(slot), title: slotWords(slot, eyes) })),
        own,
      ]}
    />
  )
}

function OwnTime({ sheet: { one }, tried, eyes }: Props) {
  const text = officeText(eyes.language)
  const field = (name: string, first = '') => ({
    name,
    id: `f-${name}-${one.id}`,
    value: tried?.values[name] ?? first,
    error: tried?.field === name ? tried.says : null,
  })
  return (
    <>
      <Field {...field('startsAt')} type="datetime-local" label={text.startsAt} />
      <SelectField
        {...field('minutes', '20')}
        label={text.minutes}
        options={LENGTHS.map((count) => ({ value: String(count), label: text.minute(count) }))}
      />
      <Field
        {...field('place', one.place)}
        label={text.place}
        hint={text.placeHint}
        maxlength={LONGEST_PLACE}
        optional={eyes.language}
      />
    </>
  )
}

function Cancel({ sheet, eyes }: Props) {
  const text = officeText(eyes.language)
  return (
    <Form
      action="/office"
      id={`f-cancel-${sheet.one.id}`}
      label={`${text.cancel} ${slotWords(sheet.one, eyes)}`}
    >
      <HiddenFields values={hiddenOf('cancel', sheet)} />
      <p class="noot">{text.noReason}</p>
      <Button kind="quiet">{text.cancel}</Button>
    </Form>
  )
}
