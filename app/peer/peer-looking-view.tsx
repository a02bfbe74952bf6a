import type { Child } from 'hono/jsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { LONGEST_BROUGHT, memberIn, type PeerGroup, peopleIn } from './peer.ts'
import { errorIn, typedIn } from './peer-frame-view.tsx'
import { peerNoText } from './peer-no-text.ts'
import { peerOneText } from './peer-one-text.ts'
import type { PeerSheet } from './peer-sheet.ts'
import { type Eyes, peersHref } from './peer-words-view.ts'

type PeerProps = { sheet: PeerSheet; eyes: Eyes }

/** What it brings: for myself alone, together, and finishing lightly. */
export function Looking(props: PeerProps) {
  const { sheet, eyes } = props
  const { group } = sheet
  const text = peerOneText(eyes.language)
  return (
    <section class="blok leerdeel" aria-labelledby="k-brengt" id="brengt">
      <h2 id="k-brengt">{text.looking}</h2>
      <Brought {...props} />
      <Kept {...props} />
      {group.closedAt === null && (
        <Fold summary={text.close} id="afronden">
          <p class="noot">{text.closeNote}</p>
          <PostButton action={peersHref(group)} hidden={{ act: 'close' }} kind="quiet">
            {text.closeSure}
          </PostButton>
        </Fold>
      )}
      {group.closedAt !== null && <Again group={group} eyes={eyes} />}
    </section>
  )
}

/** One's own sentence; nobody else reads it, whatever role somebody has. */
export function Brought({ sheet: { group, tried }, eyes }: PeerProps) {
  const text = peerOneText(eyes.language)
  return (
    <Form action={peersHref(group)} id="f-brought-form" label={text.brought}>
      <HiddenFields values={{ act: 'brought' }} />
      <TextField
        name="brought"
        label={text.brought}
        hint={text.broughtHint}
        optional={eyes.language}
        value={typedIn(tried, 'brought', 'brought') ?? memberIn(group, eyes.me)?.brought}
        maxlength={LONGEST_BROUGHT}
        error={errorIn(tried, 'brought', 'brought', eyes)}
      />
      <Actions>
        <Button kind="quiet" about={text.about(text.brought)}>
          {text.save}
        </Button>
      </Actions>
    </Form>
  )
}

function Kept({ sheet: { group, tried }, eyes }: PeerProps) {
  const text = peerOneText(eyes.language)
  const typed = typedIn(tried, 'kept', 'kept')
  const hasChanged = tried?.act === 'kept' && tried.no.refused === 'changed'
  return (
    <Form action={peersHref(group)} id="f-kept-form" label={text.keptWords}>
      <HiddenFields values={{ act: 'kept', was: group.kept }} />
      {hasChanged && group.kept !== '' && <p class="serif">{group.kept}</p>}
      <Field
        name="kept"
        label={text.keptWords}
        hint={text.keptHint}
        optional={eyes.language}
        value={typed ?? group.kept}
        maxlength={LONGEST_BROUGHT}
        error={hasChanged ? peerNoText(eyes.language).refusal.changed : errorIn(tried, 'kept', 'kept', eyes)}
      />
      <Actions>
        <Button kind="quiet" about={text.about(text.keptWords)}>
          {text.save}
        </Button>
      </Actions>
    </Form>
  )
}

/** The same people once more, with what they wanted to learn. */
function Again({ group, eyes }: { group: PeerGroup; eyes: Eyes }): Child {
  const [who, third] = peopleIn(group).filter((person) => person !== eyes.me)
  if (who === undefined) return null
  const more = `${third ? `&third=${third}` : ''}${group.topic ? `&topic=${group.topic}` : ''}`
  return (
    <p>
      <LinkButton href={`/peers/new?with=${who}${more}`}>{peerOneText(eyes.language).again}</LinkButton>
    </p>
  )
}
