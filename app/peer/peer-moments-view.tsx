import { ArrowLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { LENGTHS } from '../visit/offer.ts'
import { comingMoments, LONGEST_PLACE, type PeerMoment } from './peer.ts'
import { errorIn, typedIn } from './peer-frame-view.tsx'
import { peerOneText } from './peer-one-text.ts'
import type { PeerSheet, PeerTried } from './peer-sheet.ts'
import { type Eyes, momentWords, peersHref } from './peer-words-view.ts'

type Props = { sheet: PeerSheet; eyes: Eyes }

/** When they meet: what comes, a next one, and how often they met. */
export function MomentsPart({ sheet, eyes }: Props) {
  const { group, tried } = sheet
  const text = peerOneText(eyes.language)
  const coming = group.closedAt === null ? comingMoments(group, eyes.now) : []
  const been = group.moments.filter(({ cancelledAt, endsAt }) => cancelledAt === null && endsAt <= eyes.now)
  if (group.closedAt !== null && been.length === 0) return null
  const wants = tried?.act === 'meet' || coming.length === 0
  return (
    <section class="blok leerdeel" aria-labelledby="k-momenten" id="momenten">
      <h2 id="k-momenten">{text.moments}</h2>
      {group.closedAt === null && coming.length === 0 && <p class="zacht">{text.momentsEmpty}</p>}
      {coming.length > 0 && (
        <ul class="leergroepen">
          {coming.map((moment) => (
            <Moment {...{ moment, sheet, eyes }} />
          ))}
        </ul>
      )}
      {been.length > 0 && <p class="noot">{text.been(been.length)}</p>}
      {group.closedAt === null && (
        <>
          <Fold summary={text.newMoment} id="nieuw-moment" open={wants}>
            <MomentForm act="meet" id="meet" {...{ sheet, eyes, tried }} />
          </Fold>
          <p class="rij noot">
            {text.momentFeed} <ArrowLink href="/calendars">{text.toCalendars}</ArrowLink>
          </p>
        </>
      )}
    </section>
  )
}

function Moment({ moment, sheet, eyes }: Props & { moment: PeerMoment }) {
  const text = peerOneText(eyes.language)
  const { group, tried } = sheet
  const when = momentWords(moment, eyes.language)
  const isTried = tried?.act === 'move' && tried.values['moment'] === moment.id
  return (
    <li id={`m-${moment.id}`}>
      <p class="wanneer">
        <time datetime={moment.startsAt}>{when}</time>
        {moment.place !== '' && <small> {moment.place}</small>}
      </p>
      <div class="momentdaden">
        <Fold summary={text.moveMoment} open={isTried}>
          <MomentForm
            act="move"
            id={`move-${moment.id}`}
            {...{ sheet, eyes, moment }}
            tried={isTried ? tried : null}
          />
        </Fold>
        <PostButton
          action={peersHref(group)}
          hidden={{ act: 'call-off', moment: moment.id }}
          kind="link"
          about={text.about(when)}
        >
          {text.callOff}
        </PostButton>
      </div>
    </li>
  )
}

type FormProps = Props & {
  act: 'meet' | 'move'
  /** Start of the ids. */
  id: string
  moment?: PeerMoment
  tried: PeerTried | null
}

/** Day and time, how long, where. */
function MomentForm({ act, id, sheet: { group }, moment, tried, eyes }: FormProps) {
  const text = peerOneText(eyes.language)
  const field = (name: string, stands: string) => ({
    name,
    id: `${id}-${name}`,
    value: typedIn(tried, act, name) ?? stands,
    error: errorIn(tried, act, name, eyes),
  })
  return (
    <Form action={peersHref(group)} id={`f-${id}`} label={labelOf(moment, eyes)}>
      <HiddenFields values={moment ? { act, moment: moment.id } : { act }} />
      <div class="momentvelden">
        <Field
          {...field('startsAt', moment ? localTime(moment) : '')}
          type="datetime-local"
          label={text.when}
        />
        <SelectField
          {...field('minutes', moment ? String(minutesOf(moment)) : '30')}
          label={text.length}
          options={LENGTHS.map((length) => ({ value: String(length), label: text.minutes(length) }))}
        />
      </div>
      <Field
        {...field('place', moment?.place ?? '')}
        label={text.place}
        hint={text.placeHint}
        optional={eyes.language}
        maxlength={LONGEST_PLACE}
      />
      <Actions>
        <Button kind={moment ? 'quiet' : 'main'}>{moment ? text.moveMoment : text.addMoment}</Button>
      </Actions>
    </Form>
  )
}

/** Each form by the moment that it moves. */
const labelOf = (moment: PeerMoment | undefined, { language }: Eyes) => {
  const text = peerOneText(language)
  return moment ? `${text.moveMoment}${text.about(momentWords(moment, language))}` : text.newMoment
}

const minutesOf = ({ startsAt, endsAt }: PeerMoment) => (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000

const inAmsterdam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** '2026-11-26T15:30', as the field has it. */
const localTime = ({ startsAt }: PeerMoment) => inAmsterdam.format(new Date(startsAt)).replace(' ', 'T')
