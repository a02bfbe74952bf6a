import { Field, SelectField } from '../ui/field.tsx'
import { LONGEST_AIM } from './peer.ts'
import { peerNoText } from './peer-no-text.ts'
import type { Choice, PeerTried } from './peer-sheet.ts'
import { peerText } from './peer-text.ts'
import type { Eyes } from './peer-words-view.ts'

/** What is said at a field of the act that was sent; null: nothing. */
export function errorIn(tried: PeerTried | null, act: string, field: string, eyes: Eyes): string | null {
  if (tried?.act !== act || tried.no.refused === 'may-not' || tried.no.field !== field) return null
  return peerNoText(eyes.language).refusal[tried.no.refused]
}

/** What was typed with this act; undefined when another form was sent, or none. */
export const typedIn = (tried: PeerTried | null, act: string, field: string) =>
  tried?.act === act ? tried.values[field] : undefined

type FrameProps = {
  act: string
  topics: readonly Choice[]
  ends: readonly Choice[]
  stands: { readonly topic: string; readonly aim: string; readonly to: string }
  tried: PeerTried | null
  eyes: Eyes
}

/** What it is about, what they want to become better at, and until when. */
export function FrameFields({ act, topics, ends, stands, tried, eyes }: FrameProps) {
  const text = peerText(eyes.language)
  const field = (name: 'topic' | 'aim' | 'to') => ({
    name,
    id: `${act}-${name}`,
    value: typedIn(tried, act, name) ?? stands[name],
    error: errorIn(tried, act, name, eyes),
  })
  return (
    <>
      <SelectField {...field('topic')} label={text.topic} none={text.topicNone} options={topics} />
      <Field {...field('aim')} label={text.aim} hint={text.aimHint} maxlength={LONGEST_AIM} />
      <SelectField {...field('to')} label={text.to} options={ends} />
    </>
  )
}
