import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { MOST_SEATS, memberIn, type PeerMember, peopleIn, seatsTaken } from './peer.ts'
import { errorIn, FrameFields, typedIn } from './peer-frame-view.tsx'
import { peerOneText } from './peer-one-text.ts'
import type { PeerSheet } from './peer-sheet.ts'
import { peerText } from './peer-text.ts'
import { type Eyes, peersHref } from './peer-words-view.ts'

type Props = { sheet: PeerSheet; eyes: Eyes }

/** Another aim or end, somebody to join, whether the team may see it, and stopping. */
export function MorePart({ sheet, eyes }: Props) {
  const { group } = sheet
  const text = peerOneText(eyes.language)
  if (group.closedAt !== null) return null
  const isTogether = peopleIn(group).length > 1
  return (
    <section class="blok leerdeel" aria-labelledby="k-meer" id="meer">
      <h2 id="k-meer">{text.more}</h2>
      <Asking {...{ sheet, eyes }} />
      <Frame {...{ sheet, eyes }} />
      {isTogether && <Showing {...{ sheet, eyes }} />}
      <Fold summary={isTogether ? text.leave : text.dropAll} id="stoppen">
        {isTogether && <p class="noot">{text.leaveNote}</p>}
        <PostButton action={peersHref(group)} hidden={{ act: 'leave' }} kind="quiet">
          {isTogether ? text.leaveSure : text.dropAll}
        </PostButton>
      </Fold>
    </section>
  )
}

/** Who is asked and need not be after all; one more to ask, as long as there is a seat. */
function Asking({ sheet, eyes }: Props) {
  const { group } = sheet
  const isFull = seatsTaken(group).length >= MOST_SEATS
  return (
    <>
      {group.members
        .filter(({ state }) => state === 'asked' || state === 'named')
        .map((member) => (
          <TakingBack {...{ sheet, eyes, member }} />
        ))}
      {isFull ? (
        <p class="noot">{peerOneText(eyes.language).full}</p>
      ) : (
        <AskingAnother {...{ sheet, eyes }} />
      )}
    </>
  )
}

function TakingBack({ sheet: { group }, eyes, member }: Props & { member: PeerMember }) {
  const text = peerOneText(eyes.language)
  const list = peerText(eyes.language)
  const name = eyes.nameOf(member.personId)
  return (
    <p class="rij">
      {(member.state === 'asked' ? list.isAsked : list.isNamed)(name)}{' '}
      <PostButton
        action={peersHref(group)}
        hidden={{ act: 'take-back', who: member.personId }}
        kind="link"
        about={text.about(name)}
      >
        {text.takeBack}
      </PostButton>
    </p>
  )
}

function AskingAnother({ sheet: { group, colleagues, tried }, eyes }: Props) {
  const text = peerOneText(eyes.language)
  const list = peerText(eyes.language)
  return (
    <Fold summary={text.another} id="erbij" open={tried?.act === 'another'}>
      <p class="noot">{peopleIn(group).length > 1 ? text.anotherNote : text.anotherAlone}</p>
      <Form action={peersHref(group)} id="f-another" label={text.another}>
        <HiddenFields values={{ act: 'another' }} />
        <SelectField
          name="who"
          label={list.who}
          none={list.whoNone}
          options={colleagues}
          value={typedIn(tried, 'another', 'who')}
          error={errorIn(tried, 'another', 'who', eyes)}
        />
        <Actions>
          <Button kind="quiet">{text.askAnother}</Button>
        </Actions>
      </Form>
    </Fold>
  )
}

function Frame({ sheet, eyes }: Props) {
  const { group, topics, ends, tried } = sheet
  const text = peerOneText(eyes.language)
  const stands = { topic: group.topic ?? '', aim: group.aim, to: group.to }
  return (
    <Fold summary={text.frame} id="doel" open={tried?.act === 'frame'}>
      <Form action={peersHref(group)} id="f-frame" label={text.frame}>
        <HiddenFields values={{ act: 'frame', revision: String(group.revision) }} />
        <FrameFields act="frame" {...{ topics, ends, stands, tried, eyes }} />
        <Actions>
          <Button kind="quiet">{text.change}</Button>
        </Actions>
      </Form>
    </Fold>
  )
}

/** One's own box; the team sees it only when all have ticked it. */
function Showing({ sheet: { group }, eyes }: Props) {
  const text = peerOneText(eyes.language)
  return (
    <Form action={peersHref(group)} id="f-shown" label={text.showOnMap}>
      <HiddenFields values={{ act: 'shown' }} />
      <Check
        name="shows"
        label={text.showOnMap}
        note={text.showNote}
        checked={memberIn(group, eyes.me)?.shows === true}
      />
      <Actions>
        <Button kind="quiet">{text.save}</Button>
      </Actions>
    </Form>
  )
}
