import { dayOf, weekDay } from '../kernel/day.ts'
import type { Plan } from '../plan/plan.ts'
import { nowSentence } from '../round/round-rule-text.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { onDay } from '../round/round-text.ts'
import type { Reader } from '../session/actor.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { type ItemState, isReadyToAdopt, nextNumber, notYet, waitsFor } from './adoption.ts'
import { adoptionText } from './adoption-text.ts'
import { decisionTitle, itemLabel, itemTitle } from './item-view.ts'
import { PutForward, type PutForwardProps } from './put-forward-view.tsx'
import type { Version } from './seal.ts'
import { SealSheet, sealedOn } from './seal-view.tsx'
import { recordFrom } from './sealed-record.ts'

export type AdoptionViewProps = PutForwardProps & {
  /** Decisions that led to a sealed version. */
  earlier: readonly SeenDecision[]
  versions: readonly Version[]
  /** Whose tracks changed since the newest version, by name. */
  changed: readonly string[]
  maySeal: boolean
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
      <Beside {...props} />
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
        {waits && (decision.mine.voted ? text.answered : text.notAnswered)}
      </p>
      <ArrowLink href={`${href}/decision/${decision.id}`} about={itemLabel(plan, item, reader)}>
        {is === 'open' ? text.toDecision : text.read}
      </ArrowLink>
    </li>
  )
}

/** When all stands: the one act that adopts the plan. */
function Sealing({ states, plan, reader, versions, href, maySeal }: AdoptionViewProps) {
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
  const waits = waitsFor(states)
  if (waits !== null)
    return <p class="zacht mt">{text.allStands(weekDay(dayOf(new Date(waits)), reader.language))}</p>
  return (
    <section class="blok stapel" aria-labelledby="ast-kop">
      <h2 id="ast-kop">{text.adoptTitle}</h2>
      <p>{text.adoptSay}</p>
      {maySeal ? (
        <PostButton action={`${href}/decision`} hidden={{ act: 'adopt' }}>
          {text.adopt(nextNumber(versions))}
        </PostButton>
      ) : (
        <p class="noot">{text.sealedBy(reader.terms)}</p>
      )}
    </section>
  )
}

/** What its owners changed in tracks since the newest version, and the act that seals it beside. */
function Beside({ changed, versions, reader, href, mayPutForward }: AdoptionViewProps) {
  const text = adoptionText(reader.language)
  if (changed.length === 0 || !mayPutForward) return null
  return (
    <section class="blok stapel" aria-labelledby="sv-kop">
      <h2 id="sv-kop">{text.besideTitle}</h2>
      <p>{text.besideSay(changed.join(', '))}</p>
      <PostButton action={`${href}/decision`} hidden={{ act: 'beside' }} kind="quiet">
        {text.beside(nextNumber(versions))}
      </PostButton>
    </section>
  )
}

/** The records of what was decided before, each behind its link. */
function Earlier({ earlier, plan, reader, href }: AdoptionViewProps) {
  const text = adoptionText(reader.language)
  if (earlier.length === 0) return null
  return (
    <section class="blok" aria-labelledby="zb-kop">
      <h2 id="zb-kop">{text.decided}</h2>
      <ul class="regels">
        {earlier.map((decision) => (
          <li>
            <p>
              {text.decidedOn(
                decisionTitle(plan, decision, reader),
                onDay(decision.openedAt, reader.language),
              )}
            </p>
            <ArrowLink href={`${href}/decision/${decision.id}`} about={decisionTitle(plan, decision, reader)}>
              {text.read}
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
