import type { Child } from 'hono/jsx'
import { plainOf } from '../kernel/rich.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { RichText } from '../ui/rich.tsx'
import { PassageField, WritingPieces, writingSays } from '../writing/passage-view.tsx'
import { SignsNote } from '../writing/signs-view.tsx'
import { writingText } from '../writing/writing-text.ts'
import { CardFrame, PenLink, TalkLink, talkWords } from './card-view.tsx'
import { MOST_PRINCIPLES, type Principle } from './plan.ts'
import { mayWritePlan } from './plan-may.ts'
import { refusalSentence } from './plan-may-text.ts'
import type { OpenCard } from './plan-sheet.ts'
import { cardId, type Drawing, editHref } from './plan-sheet-view.ts'
import { PRESETS, presetSource, presetText } from './preset.ts'
import { principleText } from './principle-text.ts'
import { mayCommentOnGoals, maySuggestOnGoals } from './suggest-may.ts'

/** How the team works: at most five principles, each with the talk about it. */
export const Principles = ({ d }: { d: Drawing }) => (
  <section id="principles">
    <PrinciplesCard d={d} />
  </section>
)

export function PrinciplesCard({ d, tail }: { d: Drawing; tail?: Child }) {
  const open = d.sheet.open?.id === 'principles' ? d.sheet.open : null
  return (
    <CardFrame id="principles">
      {open ? <PrinciplesEdit d={d} open={open} /> : <PrinciplesRead d={d} />}
      {tail}
    </CardFrame>
  )
}

function PrinciplesRead({ d }: { d: Drawing }) {
  return (
    <div id={cardId('principles')} tabindex={-1}>
      <h2>{d.text.principles}</h2>
      <ol class="principes">
        {d.plan.principles.map((principle) => (
          <li>
            <PrincipleLine principle={principle} d={d} />
          </li>
        ))}
      </ol>
      <p class="mt">
        <small>{countSentence(d)}</small>
      </p>
      <CardActs d={d} />
    </div>
  )
}

function CardActs({ d }: { d: Drawing }) {
  const writes = mayWritePlan(d.actor, d.plan).may
  const owners = d.plan.principles.map(({ id }) => id)
  const isThere = owners.length > 0
  const speaks = {
    comments: isThere && mayCommentOnGoals(d.actor, d.plan).may,
    suggests: isThere && !writes && maySuggestOnGoals(d.actor, d.plan).may,
  }
  const talk = talkWords(speaks, d, ...owners)
  if (!writes && talk === null) return null
  return (
    <p class="daden">
      {writes && <PenLink href={editHref(d.href, 'principles')} label={principleText(d.language).write} />}
      {talk && (
        <TalkLink
          href={`${d.href}/principles/conversation`}
          label={talk}
          about={d.text.principlesShort}
          d={d}
        />
      )}
    </p>
  )
}

function countSentence(d: Drawing) {
  const text = principleText(d.language)
  const count = d.plan.principles.length
  return text.count[count] ?? text.over(count)
}

/** New is said only when there is a year before to compare with. */
function PrincipleLine({ principle, d }: { principle: Principle; d: Drawing }) {
  const text = principleText(d.language)
  const isNew = d.plan.previousPlanId !== null && principle.carriedFrom === null
  return (
    <div>
      {plainOf(principle.text.text)}
      {isNew && <small class="nieuw"> {text.isNew}</small>}
      {principle.talk?.text && (
        <Fold summary={text.talk}>
          <div class="gesprek">
            <RichText text={principle.talk.text} />
          </div>
        </Fold>
      )}
    </div>
  )
}

function PrinciplesEdit({ d, open }: { d: Drawing; open: OpenCard }) {
  const text = principleText(d.language)
  return (
    <div class="bewerk" id={cardId('principles')} data-card="principles">
      <form
        action={`${d.href}/principles`}
        method="post"
        class="schrijfkaart"
        novalidate
        aria-labelledby="principles-title"
        data-person={d.actor.personId}
        {...writingSays(d.language)}
      >
        <div class="balk">
          <h2 id="principles-title">{text.title}</h2>
          <span class="status" data-status />
        </div>
        <SignsNote language={d.language} />
        <Nos d={d} open={open} />
        {d.plan.principles.map((principle, place) => (
          <PrincipleFields {...{ principle, place, d, open }} />
        ))}
        <div class="rij">
          <Button icon="check" name="act" value="write">
            {text.close}
          </Button>
        </div>
        <WritingPieces language={d.language} />
      </form>
      <AddPrinciple d={d} open={open} />
    </div>
  )
}

function Nos({ d, open }: { d: Drawing; open: OpenCard }) {
  return (
    <>
      {open.tried?.nos.map(({ no }) => (
        <Notice kind="refusal" title={refusalSentence(no, d.language, d.terms)} />
      ))}
    </>
  )
}

type FieldsProps = { principle: Principle; place: number; d: Drawing; open: OpenCard }

function PrincipleFields({ principle, place, d, open }: FieldsProps) {
  const text = principleText(d.language)
  const { talk } = principle
  const talkField = `${principle.id}.talk`
  return (
    <div class="veldrij principe">
      <PassageField
        {...fieldOf(principle, 'text', d, open)}
        label={`${text.text} ${place + 1}`}
        passage={principle.text}
      />
      <Fold summary={text.talk} open={Boolean(talk?.text || open.tried?.clashes[talkField])}>
        <PassageField
          {...fieldOf(principle, 'talk', d, open)}
          label={text.talk}
          hint={text.talkHint}
          passage={talk}
        />
      </Fold>
      <PrincipleActs principle={principle} d={d} />
    </div>
  )
}

/** What both texts of a principle need to be written. */
const fieldOf = (principle: Principle, name: 'text' | 'talk', d: Drawing, open: OpenCard) => ({
  ownerId: principle.id,
  field: `${principle.id}.${name}`,
  saveTo: `${d.href}/principles/${principle.id}/text/${name}`,
  language: d.language,
  ...triedIn(open, `${principle.id}.${name}`, d),
})

function triedIn({ tried }: OpenCard, field: string, d: Drawing) {
  const clash = tried?.clashes[field]
  const by = clash?.changedBy ? d.lookup.people.get(clash.changedBy)?.name : undefined
  return {
    typed: tried?.texts[field],
    clash: clash ? { passage: clash, by: by ?? writingText(d.language).someone } : null,
  }
}

/** Submit buttons of the form itself, so that what is typed goes along and nothing is lost. */
function PrincipleActs({ principle, d }: { principle: Principle; d: Drawing }) {
  const text = principleText(d.language)
  const about = text.about(plainOf(principle.text.text))
  return (
    <div class="rij">
      <Button kind="link" name="act" value={`up ${principle.id}`} icon="up" about={about}>
        {text.up}
      </Button>
      <Button kind="link" name="act" value={`down ${principle.id}`} icon="down" about={about}>
        {text.down}
      </Button>
      <Button kind="link" name="act" value={`remove ${principle.id}`} icon="cross" about={about}>
        {text.remove}
      </Button>
    </div>
  )
}

/** Picked from the ten in our own wording, or own words. The form stays open with five: the sentence says why not. */
function AddPrinciple({ d, open }: { d: Drawing; open: OpenCard }) {
  const text = principleText(d.language)
  const presets = presetText(d.language)
  const taken = d.plan.principles.map((principle) => principle.preset)
  const isFull = d.plan.principles.length >= MOST_PRINCIPLES
  return (
    <Form action={`${d.href}/principles`} label={text.add}>
      {isFull && <p class="noot">{text.full}</p>}
      <SelectField
        name="preset"
        label={text.pick}
        hint={presetSource(d.language).from}
        none={text.pickNone}
        value={open.tried?.texts['preset']}
        options={PRESETS.filter((key) => !taken.includes(key)).map((key) => ({
          value: key,
          label: presets[key],
        }))}
      />
      <TextField name="own" label={text.own} value={open.tried?.texts['own']} />
      <div class="rij">
        <Button kind="quiet" icon="plus" name="act" value="add">
          {text.add}
        </Button>
      </div>
    </Form>
  )
}
