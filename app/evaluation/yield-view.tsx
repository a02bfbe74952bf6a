import type { Child } from 'hono/jsx'
import { type Day, longDay } from '../kernel/day.ts'
import type { EntryId, PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import { LONGEST_CAME_OF, LONGEST_WHAT, LONGEST_WITH, type YieldPromise } from './yield.ts'
import { yieldText } from './yield-text.ts'

/** What was sent and not taken. */
export type YieldTried = {
  /** The promise that it is about; '' for a new one. */
  readonly about: string
  readonly values: Readonly<Record<string, string>>
  readonly field: string | null
  readonly says: string
}

/** A goal or track of which the plan says with whom the yield is shared, without a promise yet. */
export type SeenHarvest = {
  readonly entryId: EntryId
  readonly name: string
  readonly withWhom: string
  readonly when: Day | null
  /** Whether this reader shares it: nobody promises for a colleague. */
  readonly isMine: boolean
}

/** What the team shares, as one reader sees it. */
export type YieldSheet = {
  readonly open: readonly YieldPromise[]
  readonly ended: readonly YieldPromise[]
  readonly harvest: readonly SeenHarvest[]
  readonly entries: readonly { readonly id: EntryId; readonly name: string }[]
  readonly me: PersonId
  readonly mayPromise: boolean
  /** Whether this reader may end a promise: the own, or of who left. */
  readonly ends: (one: YieldPromise) => boolean
  /** What a higher room has to say of a promise that is done. */
  readonly beside: (one: YieldPromise) => Child
  readonly nameOf: (person: PersonId) => string
  readonly ofEntry: (entry: EntryId | null) => string
  readonly href: string
  readonly language: Language
  /** A goal or track that the form begins with. */
  readonly about: EntryId | null
  readonly tried: YieldTried | null
}

export function YieldView(sheet: YieldSheet) {
  const text = yieldText(sheet.language)
  const mine = sheet.open.filter(({ person }) => person === sheet.me)
  const others = sheet.open.filter(({ person }) => person !== sheet.me)
  const isEmpty = sheet.open.length + sheet.ended.length + sheet.harvest.length === 0
  return (
    <>
      {isEmpty && <Empty sentence={text.empty} />}
      <List sheet={sheet} id="eigen" title={text.mine} promises={mine} />
      <List sheet={sheet} id="open" title={text.open} promises={others} />
      <HarvestList {...sheet} />
      {sheet.mayPromise && <Promising {...sheet} />}
      <List sheet={sheet} id="gedaan" title={text.done} promises={sheet.ended} />
    </>
  )
}

type ListProps = { sheet: YieldSheet; id: string; title: string; promises: readonly YieldPromise[] }

function List({ sheet, id, title, promises }: ListProps) {
  if (promises.length === 0) return null
  return (
    <section class="blok beloften" aria-labelledby={`k-${id}`}>
      <h2 id={`k-${id}`}>{title}</h2>
      <ul>
        {promises.map((one) => (
          <li id={`b-${one.id}`}>
            <Line sheet={sheet} one={one} />
            {one.ended === null && sheet.ends(one) && <Ending sheet={sheet} one={one} />}
            {one.ended?.as === 'done' && sheet.beside(one)}
          </li>
        ))}
      </ul>
    </section>
  )
}

type LineProps = { sheet: YieldSheet; one: YieldPromise }

function Line({ sheet, one }: LineProps) {
  const text = yieldText(sheet.language)
  const day = one.dueOn ? text.by(longDay(one.dueOn, sheet.language)) : null
  const about = sheet.ofEntry(one.entryId)
  return (
    <>
      <span>
        <b>{sheet.nameOf(one.person)}</b>: {one.what}
      </span>
      <small>{[text.with(one.withWhom), day, about].filter((part) => part).join(' · ')}</small>
      {one.ended && (
        <small class="kwam">
          {one.ended.as === 'let-go'
            ? [text.letGo, one.ended.cameOf].filter(Boolean).join('. ')
            : one.ended.cameOf}
        </small>
      )}
    </>
  )
}

function Ending({ sheet, one }: LineProps) {
  const text = yieldText(sheet.language)
  const tried = sheet.tried?.about === one.id ? sheet.tried : null
  return (
    <Fold summary={text.cameOf} open={tried !== null}>
      <Form action={sheet.href} id={`end-${one.id}`} label={text.line(sheet.nameOf(one.person), one.what)}>
        <HiddenFields values={{ act: 'end', promise: one.id }} />
        <Field
          name="cameOf"
          id={`came-${one.id}`}
          label={text.cameOf}
          hint={text.cameOfHint}
          maxlength={LONGEST_CAME_OF}
          value={tried?.values['cameOf']}
          error={tried?.says}
        />
        <div class="rij knoppen">
          <Button name="as" value="done" icon="check">
            {text.markDone}
          </Button>
          <Button kind="link" name="as" value="let-go">
            {text.letItGo}
          </Button>
          <small class="noot">{text.letGoNote}</small>
        </div>
      </Form>
    </Fold>
  )
}

/** A promise of one's own; what one said to share in the evaluation stands ready. */
function Promising(sheet: YieldSheet) {
  const text = yieldText(sheet.language)
  const mine = sheet.tried?.about === '' ? sheet.tried : null
  return (
    <section class="blok" aria-labelledby="k-afspreken" id="afspreken">
      <h2 id="k-afspreken">{text.promise}</h2>
      <Form action={sheet.href} id="promise" labelledBy="k-afspreken">
        <HiddenFields values={{ act: 'promise' }} />
        {mine && mine.field === null && (
          <Notice kind="refusal" title={text.notSaved}>
            <p>{mine.says}</p>
          </Notice>
        )}
        <PromiseFields sheet={sheet} mine={mine} />
        <Button>{text.save}</Button>
      </Form>
    </section>
  )
}

function PromiseFields({ sheet, mine }: { sheet: YieldSheet; mine: YieldTried | null }) {
  const { language, about, entries } = sheet
  const text = yieldText(language)
  const ready = sheet.harvest.find(({ entryId }) => entryId === about)?.withWhom
  const field = (name: 'what' | 'withWhom' | 'dueOn' | 'entry') => ({
    name,
    value: mine?.values[name],
    error: mine?.field === name ? mine.says : null,
  })
  const whom = field('withWhom')
  const of = field('entry')
  return (
    <>
      <Field {...field('what')} label={text.what} hint={text.whatHint} maxlength={LONGEST_WHAT} />
      <Field
        {...whom}
        value={whom.value ?? ready}
        label={text.withWhom}
        hint={text.withHint}
        maxlength={LONGEST_WITH}
      />
      <Field {...field('dueOn')} type="date" label={text.dueOn} optional={language} narrow />
      <SelectField
        {...of}
        value={of.value ?? about}
        label={text.about}
        none={text.aboutNone}
        options={entries.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}

/** The harvest as the plan itself has it: with whom, and around which day. */
function HarvestList({ harvest, mayPromise, href, language }: YieldSheet) {
  const text = yieldText(language)
  if (harvest.length === 0) return null
  return (
    <section class="blok beloften" aria-labelledby="k-oogst">
      <h2 id="k-oogst">{text.harvest}</h2>
      <p class="zacht">{text.harvestUnder}</p>
      <ul>
        {harvest.map(({ entryId, name, withWhom, when, isMine }) => (
          <li id={`o-${entryId}`}>
            <span>
              <b>{name}</b>: {withWhom}
            </span>
            {when && <small>{text.around(longDay(when, language))}</small>}
            {isMine && mayPromise && (
              <ArrowLink href={`${href}?entry=${entryId}#afspreken`} about={name}>
                {text.take}
              </ArrowLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
