import { atTime } from '../round/round-text.ts'
import type { NameOf } from '../round/round-view.tsx'
import type { Reader } from '../session/actor.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { Form, PostButton } from '../ui/form.tsx'
import { bothAgree, isAmended, type Side, sidesToGo, yesOf } from './amendment.ts'
import { mayAgreeOn, mayAskPrincipal, sideOfActor } from './amendment-may.ts'
import type { SeenAmendment } from './amendment-scene.ts'
import { amendmentText } from './amendment-text.ts'
import { sidesOf } from './amendment-view.tsx'
import { secondsFor } from './seconds.ts'

export type YesProps = {
  scene: SeenAmendment
  reader: Reader
  nameOf: NameOf
  action: string
  /** What was typed in a form of this page that could not be taken, and why. */
  wrong: Wrong | null
}
export type Wrong = { readonly act: string; readonly words: string; readonly says: string }

/** How the two sides of a track stand, and what the reader can say. */
export function YesBlock(props: YesProps) {
  const { scene, reader } = props
  const text = amendmentText(reader.language)
  const { amendment } = scene
  if (amendment.ended !== null || !isAmended(amendment)) return null
  return (
    <section class="blok stapel" aria-labelledby="ay-kop">
      <h2 id="ay-kop">{text.yesTitle}</h2>
      <p>{text.yesSay}</p>
      <ul class="regels">
        <SideLine {...props} side="owner" />
        <SideLine {...props} side="second" />
      </ul>
      <StandIn {...props} />
      <YesActs {...props} />
      <AskPrincipal {...props} />
    </section>
  )
}

function SideLine({ scene, reader, nameOf, side }: YesProps & { side: Side }) {
  const text = amendmentText(reader.language)
  const said = yesOf(scene.amendment, side)
  if (said) return <li>{text.yesOf(nameOf(said.person), atTime(said.at, reader.language))}</li>
  const old = scene.amendment.yeses.find((yes) => yes.side === side)
  const seconds = scene.entry ? secondsFor(scene.entry, scene.roster, scene.amendment.standIn !== null) : null
  if (side === 'second' && seconds?.as === 'nobody') return <li>{text.nobodySecond}</li>
  return (
    <li>
      {old && `${text.yesOld(nameOf(old.person))} `}
      {text.yesWaits(sidesOf(scene, nameOf, reader)[side])}
    </li>
  )
}

function StandIn({ scene, reader, nameOf }: YesProps) {
  const { standIn } = scene.amendment
  const text = amendmentText(reader.language)
  if (standIn === null) return null
  return (
    <p class="noot regels">{text.standIn(standIn.by ? nameOf(standIn.by) : text.someone, standIn.why)}</p>
  )
}

/** Yes, or back; the fingerprint goes along, so that nobody says yes to a text that was not read. */
function YesActs({ scene, reader, nameOf, action }: YesProps) {
  const text = amendmentText(reader.language)
  const { amendment } = scene
  const side = sideOfActor(reader.actor, scene)
  if (side === null || !mayAgreeOn(reader.actor, scene).may || scene.isOvertaken) return null
  const mine = yesOf(amendment, side)
  if (mine && mine.person === reader.actor.personId && !bothAgree(amendment)) {
    return (
      <PostButton kind="quiet" action={action} hidden={{ act: 'back' }}>
        {text.yesBack}
      </PostButton>
    )
  }
  const last = sidesToGo(amendment).length === 1
  const other = sidesOf(scene, nameOf, reader)[side === 'owner' ? 'second' : 'owner']
  return (
    <>
      <PostButton icon="check" action={action} hidden={{ act: 'yes', print: amendment.print }}>
        {last ? text.yesLast : text.yes}
      </PostButton>
      {!last && <p class="noot">{text.yesFirstNote(other)}</p>}
    </>
  )
}

/** When the coordinator is away the owner asks the principal. */
function AskPrincipal({ scene, reader, nameOf, action, wrong }: YesProps) {
  const text = amendmentText(reader.language)
  if (!mayAskPrincipal(reader.actor, scene).may || scene.entry === null) return null
  const usual = secondsFor(scene.entry, scene.roster, false).people
  const principals = secondsFor(scene.entry, scene.roster, true).people.filter((id) => !usual.includes(id))
  const names = principals.map(nameOf).join(` ${text.or} `)
  if (names === '') return null
  return (
    <Fold summary={text.askPrincipal(reader.terms)} open={wrong?.act === 'ask'}>
      <p>{text.askPrincipalSay(names)}</p>
      <WordsForm
        {...{ action, wrong }}
        act="ask"
        name="standIn"
        label={text.askPrincipalWhy}
        button={text.askPrincipalNow(names)}
      />
    </Fold>
  )
}

type WordsProps = {
  action: string
  wrong: Wrong | null
  act: string
  name: string
  label: string
  hint?: string
  button: string
}

/** A few words with one button. */
export function WordsForm({ action, wrong, act, name, label, hint, button }: WordsProps) {
  const mine = wrong?.act === act ? wrong : null
  return (
    <Form action={action} label={button}>
      <input type="hidden" name="act" value={act} />
      <TextField
        name={name}
        id={`f-${act}`}
        label={label}
        hint={hint}
        rows={2}
        value={mine?.words}
        error={mine?.says ?? null}
      />
      <Button kind="quiet">{button}</Button>
    </Form>
  )
}

type StopProps = Pick<YesProps, 'reader' | 'action' | 'wrong'> & { mayDecline: boolean; mayRetract: boolean }

/** Saying no, or taking it back. */
export function StopBlock({ reader, action, wrong, mayDecline, mayRetract }: StopProps) {
  const text = amendmentText(reader.language)
  if (!mayDecline && !mayRetract) return null
  return (
    <>
      {mayDecline && (
        <Fold summary={text.declineTitle} open={wrong?.act === 'decline'}>
          <WordsForm
            {...{ action, wrong }}
            act="decline"
            name="words"
            label={text.declineLabel}
            hint={text.declineHint}
            button={text.decline}
          />
        </Fold>
      )}
      {mayRetract && (
        <Fold summary={text.withdrawTitle} open={wrong?.act === 'retract'}>
          <p class="noot">{text.withdrawNote}</p>
          <WordsForm
            {...{ action, wrong }}
            act="retract"
            name="words"
            label={text.withdrawLabel}
            button={text.withdraw}
          />
        </Fold>
      )}
    </>
  )
}
