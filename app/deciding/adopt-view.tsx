import type { ItemState } from '../adoption/adoption.ts'
import { itemLabel } from '../adoption/item-view.ts'
import type { Version } from '../adoption/seal.ts'
import { Hash } from '../adoption/seal-view.tsx'
import { dayOf, longDay } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { nameIn, type Scene } from '../meeting/meeting.ts'
import { isAdopted, type Plan } from '../plan/plan.ts'
import { nowSentence } from '../round/round-rule-text.ts'
import { ArrowLink, Button, LinkButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import type { AdoptStand } from './adopt.ts'
import { adoptText } from './adopt-text.ts'

export type AdoptProps = {
  scene: Scene
  plan: Plan
  states: readonly ItemState[]
  stand: AdoptStand
  /** Whether the whole was decided on in this meeting. */
  isHere: boolean
  may: boolean
  next: string
  latest: Version | null
  dayError: string | null
  /** Opened from the board: back to it after the seal. */
  onWall: boolean
  language: Language
  terms: Terms
}

/** What stands, what does not yet, and the one act that adopts the plan. */
export function AdoptView(props: AdoptProps) {
  const { plan, latest } = props
  if (plan.phase !== 'decision' && isAdopted(plan.phase) && latest)
    return <Sealed {...props} latest={latest} />
  return (
    <>
      <Seal {...props} />
      <Decided {...props} />
    </>
  )
}

function Seal(props: AdoptProps) {
  const { stand, isHere, language, plan } = props
  const text = adoptText(language)
  if (stand.is === 'not-asked') return <InTheWay sentence={text.notAsked} />
  if (stand.is === 'not-yet') return <NotYet {...props} open={stand.open} />
  if (stand.is === 'waits')
    return <InTheWay sentence={text.waits(longDay(dayOf(new Date(stand.until)), language))} />
  if (!isHere)
    return <InTheWay sentence={text.elsewhere} href={`/plan/${plan.id}/decision`} label={text.toDecision} />
  return <Ready {...props} />
}

const InTheWay = ({ sentence, href, label }: { sentence: string; href?: string; label?: string }) => (
  <section class="blok stapel">
    <p class="kernzin">{sentence}</p>
    {href && label && <ArrowLink href={href}>{label}</ArrowLink>}
  </section>
)

/** What stands in the way, each with the way to it. */
function NotYet({ open, plan, scene, language, terms }: AdoptProps & { open: readonly ItemState[] }) {
  const text = adoptText(language)
  return (
    <section class="blok stapel" aria-labelledby="ny-kop">
      <h2 id="ny-kop">{text.notYet(open.length)}</h2>
      <ul class="regels">
        {open.map(({ item, decision }) => (
          <li>
            <b>{itemLabel(plan, item, { language, terms })}</b>
            {decision && <p>{nowSentence(decision.standing, language)}</p>}
            <ArrowLink
              href={wayTo(scene, plan, decision?.id ?? null)}
              about={itemLabel(plan, item, { language, terms })}
            >
              {text.toDecision}
            </ArrowLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

const wayTo = ({ meeting, items }: Scene, plan: Plan, decision: string | null) =>
  meeting.phase === 'running' && items.some(({ decisionId }) => decisionId === decision)
    ? `/meeting/${meeting.id}/board`
    : `/plan/${plan.id}/decision${decision === null ? '' : `/${decision}`}`

function Ready({ scene, may, next, language, terms, dayError, onWall }: AdoptProps) {
  const text = adoptText(language)
  return (
    <section class="blok stapel" aria-labelledby="vs-kop">
      <h2 id="vs-kop">{text.ready}</h2>
      <p>{text.readySay}</p>
      {may ? (
        <Form action={`/meeting/${scene.meeting.id}/adopt`} labelledBy="vs-kop">
          <input type="hidden" name="act" value="adopt" />
          {onWall && <input type="hidden" name="back" value="board" />}
          <MrField scene={scene} language={language} error={dayError} />
          <Button>{text.seal(next)}</Button>
        </Form>
      ) : (
        <p class="noot">{text.who(nameIn(scene, scene.meeting.chair) ?? '', terms)}</p>
      )}
    </section>
  )
}

const MrField = ({ scene, language, error }: { scene: Scene; language: Language; error: string | null }) => (
  <Field
    name="mrDay"
    id="f-mr"
    type="date"
    label={adoptText(language).mr}
    hint={adoptText(language).mrHint}
    value={scene.meeting.mrInformedOn}
    error={error}
  />
)

/** Everything that was put to the team, with its outcome in one sentence. */
function Decided({ states, plan, language, terms }: AdoptProps) {
  const asked = states.filter(({ decision, is }) => decision !== null && is === 'stands')
  if (asked.length === 0) return null
  return (
    <section class="blok" aria-labelledby="zb-kop">
      <h2 id="zb-kop">{adoptText(language).decided}</h2>
      <ul class="regels">
        {asked.map(({ item, decision }) => (
          <li>
            <b>{itemLabel(plan, item, { language, terms })}</b>
            {decision && <p>{nowSentence(decision.standing, language)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sealed({ scene, plan, latest, language, may, dayError }: AdoptProps & { latest: Version }) {
  const text = adoptText(language)
  const href = `/plan/${plan.id}`
  const { mrInformedOn } = scene.meeting
  return (
    <>
      <section class="blok stapel" aria-labelledby="vz-kop">
        <h2 id="vz-kop">{text.sealed(latest.number)}</h2>
        <p>{text.sealedSay}</p>
        <p>
          <Hash sha256={latest.sha256} />
        </p>
        <p class="rij">
          <LinkButton href={`${href}/export/pdf`} icon="download" download>
            {text.pdf}
          </LinkButton>
          <LinkButton href={`${href}/contract`}>{text.contract}</LinkButton>
          <ArrowLink href={`${href}/version/${latest.number}`}>{text.toVersion}</ArrowLink>
          <ArrowLink href={`/meeting/${scene.meeting.id}/minutes`}>{text.minutes}</ArrowLink>
        </p>
      </section>
      <section class="blok stapel" aria-labelledby="mr-kop">
        <h2 id="mr-kop">{text.mrTitle}</h2>
        {mrInformedOn && <p>{text.mrTold(longDay(mrInformedOn, language))}</p>}
        {may && (
          <Form action={`/meeting/${scene.meeting.id}/adopt`} labelledBy="mr-kop">
            <input type="hidden" name="act" value="mr" />
            <MrField scene={scene} language={language} error={dayError} />
            <Button kind="quiet">{text.mrSave}</Button>
          </Form>
        )}
      </section>
    </>
  )
}
