import type { PersonId } from '../kernel/id.ts'
import { FrameFields } from '../round/frame-view.tsx'
import { nowSentence } from '../round/round-rule-text.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { onDay } from '../round/round-text.ts'
import type { Refused } from '../round/voice-view.tsx'
import type { Reader } from '../session/actor.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { FieldError } from '../ui/field.tsx'
import { Form, PostButton } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { type ItemState, isReadyToAdopt, itemKey, mayBeAsked, nextNumber, notYet } from './adoption.ts'
import { adoptionText } from './adoption-text.ts'
import { itemLabel, itemTitle } from './item-view.ts'
import type { Plan } from './plan.ts'
import type { Version } from './seal.ts'
import { SealSheet, sealedOn } from './seal-view.tsx'
import { recordFrom } from './sealed-record.ts'

export type AdoptionViewProps = {
  plan: Plan
  states: readonly ItemState[]
  /** Decisions that led to a sealed version. */
  earlier: readonly SeenDecision[]
  versions: readonly Version[]
  people: readonly { readonly id: PersonId; readonly name: string }[]
  reader: Reader
  href: string
  may: { readonly putForward: boolean; readonly seal: boolean }
  refused: Refused | null
  quorum: number
  closesAt: string
}

/** The decision on the plan: what is put forward and how it stands, sealing, and the sealed version. */
export function AdoptionView(props: AdoptionViewProps) {
  const { plan, versions, reader, href } = props
  const [latest] = versions
  return (
    <>
      <Asked {...props} />
      <Sealing {...props} />
      <PutForward {...props} />
      {latest && (
        <SealSheet
          {...{ plan, href }}
          version={latest}
          record={recordFrom(latest.record)}
          language={reader.language}
        />
      )}
      <Earlier {...props} />
      <OtherVersions {...props} />
    </>
  )
}

/** What was put to the team, each with how it stands now and the way to it. */
function Asked({ states, plan, reader, href }: AdoptionViewProps) {
  const text = adoptionText(reader.language)
  const asked = states.filter((state) => state.decision !== null)
  if (asked.length === 0)
    return plan.phase === 'decision' || plan.phase === 'input' ? <Empty sentence={text.nothingAsked} /> : null
  return (
    <section class="blok" aria-labelledby="vl-kop">
      <h2 id="vl-kop">{text.asked}</h2>
      <ul class="regels">
        {asked.map((state) => (
          <AskedLine state={state} plan={plan} reader={reader} href={href} />
        ))}
      </ul>
    </section>
  )
}

function AskedLine({
  state,
  plan,
  reader,
  href,
}: {
  state: ItemState
  plan: Plan
  reader: Reader
  href: string
}) {
  const text = adoptionText(reader.language)
  const { decision, item, is } = state
  if (decision === null) return null
  const waits = is === 'open' && decision.mine.hasVoice
  return (
    <li>
      <b>{itemLabel(plan, item, reader)}</b>
      <p>
        {text.state[is]}. {nowSentence(decision.standing, reader.language)}{' '}
        {waits && (decision.mine.answer === null ? text.notAnswered : text.answered)}
      </p>
      <ArrowLink href={`${href}/decision/${decision.id}`} about={itemLabel(plan, item, reader)}>
        {is === 'open' ? text.toDecision : text.read}
      </ArrowLink>
    </li>
  )
}

/** When all stands: the one act that adopts the plan. */
function Sealing({ states, plan, reader, versions, href, may }: AdoptionViewProps) {
  const text = adoptionText(reader.language)
  if (plan.phase !== 'decision') return null
  if (!isReadyToAdopt(states)) {
    const open = notYet(states)
    return open.length === 0 ? null : (
      <p class="zacht mt">
        {text.waitFor} {open.map((state) => itemTitle(plan, state.item, reader)).join('; ')}.
      </p>
    )
  }
  return (
    <section class="blok stapel" aria-labelledby="ast-kop">
      <h2 id="ast-kop">{text.adoptTitle}</h2>
      <p>{text.adoptSay}</p>
      {may.seal ? (
        <PostButton action={`${href}/decision`} hidden={{ act: 'adopt' }}>
          {text.adopt(nextNumber(versions))}
        </PostButton>
      ) : (
        <p class="noot">{text.sealedBy(reader.terms)}</p>
      )}
    </section>
  )
}

function PutForward(props: AdoptionViewProps) {
  const { plan, states, reader, may, refused } = props
  const text = adoptionText(reader.language)
  if (!may.putForward) return null
  if (plan.phase === 'draft') return <p class="mt">{text.notInInput}</p>
  if (plan.phase !== 'input' && plan.phase !== 'decision') return null
  const free = states.filter((state) => mayBeAsked(state))
  if (free.length === 0) return null
  const first = states.every((state) => state.decision === null)
  const form = <PutForwardForm {...props} free={free} />
  return first ? (
    <section class="blok stapel" aria-labelledby="vl2-kop">
      <h2 id="vl2-kop">{text.openTitle}</h2>
      {form}
    </section>
  ) : (
    <Fold summary={text.later} open={refused !== null || free.some((state) => state.is === 'changed-since')}>
      {form}
    </Fold>
  )
}

function PutForwardForm(props: AdoptionViewProps & { free: readonly ItemState[] }) {
  const { plan, people, reader, href, refused, free, quorum, closesAt } = props
  const { language } = reader
  const text = adoptionText(language)
  const chosen = [refused?.typed['part']].flat()
  const error = refused?.field === 'part' ? text.refusal['item-unknown'] : null
  return (
    <Form action={`${href}/decision`} label={text.openTitle}>
      <input type="hidden" name="act" value="put" />
      <fieldset id="f-part" aria-describedby={error ? 'part-error' : 'part-hint'}>
        <legend>{text.openWhat}</legend>
        <small id="part-hint">{text.openHint}</small>
        {free
          .filter((state) => state.item.about !== 'plan')
          .map(({ item, is }) => (
            <Check
              name="part"
              value={itemKey(item)}
              label={itemLabel(plan, item, reader)}
              checked={refused ? chosen.includes(itemKey(item)) : is === 'changed-since'}
            />
          ))}
        <FieldError id="part-error" text={error} />
      </fieldset>
      <FrameFields chair={reader.actor.personId} {...{ people, quorum, closesAt, refused, language }} />
      <Button>{text.openNow}</Button>
    </Form>
  )
}

/** The records of what was decided before, each behind its link. */
function Earlier({ earlier, reader, href }: AdoptionViewProps) {
  const text = adoptionText(reader.language)
  if (earlier.length === 0) return null
  return (
    <section class="blok" aria-labelledby="zb-kop">
      <h2 id="zb-kop">{text.decided}</h2>
      <ul class="regels">
        {earlier.map((decision) => (
          <li>
            <ArrowLink href={`${href}/decision/${decision.id}`}>
              {text.decidedOn(decision.title, onDay(decision.openedAt, reader.language))}
            </ArrowLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

function OtherVersions({ versions, reader, href }: AdoptionViewProps) {
  const text = adoptionText(reader.language)
  const older = versions.slice(1)
  if (older.length === 0) return null
  return (
    <section class="blok" aria-labelledby="ev-kop">
      <h2 id="ev-kop">{text.otherVersions}</h2>
      <ul class="regels">
        {older.map((version) => (
          <li>
            <ArrowLink href={`${href}/version/${version.number}`}>
              {text.version(version.number, sealedOn(version.sealedAt, reader.language))}
            </ArrowLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
