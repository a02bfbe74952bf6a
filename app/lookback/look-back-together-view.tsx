import type { Child } from 'hono/jsx'
import { LONGEST_WHAT, LONGEST_WITH } from '../evaluation/yield.ts'
import { yieldText } from '../evaluation/yield-text.ts'
import type { PromiseId } from '../kernel/id.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField, TextField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { RichText } from '../ui/rich.tsx'
import type { LookOf, SeenHarvest } from './look-back.ts'
import { Promises, SharedTime } from './look-back-board-view.tsx'
import { LookForm } from './look-back-form-view.tsx'
import type { LookItem, LookSheet } from './look-back-sheet.ts'
import { lookBackText } from './look-back-text.ts'
import { ThemeDesk } from './look-back-theme-view.tsx'

type Props<Kind extends 'coordinator-part' | 'plan-itself' | 'yields'> = {
  sheet: LookSheet
  at: LookItem
  look: LookOf<Kind>
}

/** The coordinator's part, or the plan itself: what was brought in, and the words of the team. */
export function TogetherDesk({ sheet, at, look }: Props<'coordinator-part' | 'plan-itself'>) {
  const text = lookBackText(sheet.words.language)
  return (
    <>
      {look.kind === 'coordinator-part' && <SharedTime shared={look.shared} />}
      <ThemeDesk sheet={sheet} at={at} grouped={look.grouped} />
      {look.kind === 'plan-itself' && <PrincipleDesk sheet={sheet} at={at} look={look} />}
      <LookForm sheet={sheet} at={at} act="text">
        <Clash sheet={sheet} at={at} />
        <TextField
          name="text"
          id={`text-${at.item.id}`}
          label={text.together[look.kind]}
          hint={text.togetherHint}
          rows={4}
          value={sheet.typedOf(at, 'text', 'text') ?? look.text}
        />
        <HiddenFields values={{ base: String(baseOf(sheet, at)) }} />
        <Button>{text.save}</Button>
      </LookForm>
    </>
  )
}

const baseOf = (sheet: LookSheet, at: LookItem) =>
  (sheet.isTried(at, 'text') ? sheet.tried?.collision : null)?.revision ?? at.passage?.revision ?? 0

/** Somebody else's words stand above one's own: who saves again has read them. */
function Clash({ sheet, at }: { sheet: LookSheet; at: LookItem }): Child {
  const theirs = sheet.isTried(at, 'text') ? sheet.tried?.collision : null
  if (!theirs) return null
  return (
    <Notice kind="plain" title={lookBackText(sheet.words.language).clash}>
      <div class="serif">
        <RichText text={theirs.text} />
      </div>
    </Notice>
  )
}

function PrincipleDesk({ sheet, at, look }: Props<'plan-itself'>) {
  const text = lookBackText(sheet.words.language)
  if (look.principles.length === 0) return null
  return (
    <LookForm sheet={sheet} at={at} act="principles">
      <fieldset class="principes-terug">
        <legend>{text.principles}</legend>
        <ol>
          {look.principles.map(({ id, text: said, choice }) => (
            <li>
              <span id={`principle-${id}`}>{said}</span>
              <span class="rij" role="radiogroup" aria-labelledby={`principle-${id}`}>
                {(['keep', 'drop'] as const).map((value) => (
                  <label for={`principle-${id}-${value}`}>
                    <input
                      type="radio"
                      name={`principle.${id}`}
                      id={`principle-${id}-${value}`}
                      value={value}
                      checked={value === (choice ?? 'keep') ? true : undefined}
                    />
                    <span>{text.principle[value]}</span>
                  </label>
                ))}
              </span>
            </li>
          ))}
        </ol>
      </fieldset>
      <Button kind="quiet">{text.save}</Button>
    </LookForm>
  )
}

/** What is promised in the room, and what came of what was promised before. */
export function YieldDesk({ sheet, at, look }: Props<'yields'>) {
  const text = yieldText(sheet.words.language)
  return (
    <>
      <Promises look={look} words={sheet.words} />
      {look.open.map((one) => (
        <Fold summary={`${text.cameOf} ${one.name}: ${one.what}`}>
          <EndForm sheet={sheet} at={at} id={one.id} />
        </Fold>
      ))}
      {look.harvest.filter(isHere(sheet)).map((line) => (
        <Fold
          summary={`${text.take}: ${line.name}`}
          open={sheet.isTried(at, 'promise', line.entryId)}
          id={`oogst-${line.entryId}`}
        >
          <PromiseForm sheet={sheet} at={at} line={line} />
        </Fold>
      ))}
      <PromiseForm sheet={sheet} at={at} line={null} />
      {sheet.planId && (
        <p>
          <ArrowLink href={`/plan/${sheet.planId}/yields`}>
            {lookBackText(sheet.words.language).toYields}
          </ArrowLink>
        </p>
      )}
    </>
  )
}

/** Nobody promises for somebody who is not in the room; what is of nobody alone anybody may take on. */
const isHere =
  ({ here }: LookSheet) =>
  ({ owners }: SeenHarvest) =>
    owners.length === 0 || here.some(({ id }) => owners.includes(id))

type EndFormProps = { sheet: LookSheet; at: LookItem; id: PromiseId }

/** Done, with one line of what came of it, or let go. */
function EndForm({ sheet, at, id }: EndFormProps) {
  const text = yieldText(sheet.words.language)
  return (
    <LookForm sheet={sheet} at={at} act="end" about={id}>
      <HiddenFields values={{ promise: id }} />
      <Field
        name="cameOf"
        id={`came-${id}`}
        label={text.cameOf}
        hint={text.cameOfHint}
        value={sheet.typedOf(at, 'end', 'cameOf', id)}
        error={sheet.errorOf(at, 'end', 'cameOf', id)}
      />
      <div class="rij">
        <Button name="as" value="done">
          {text.markDone}
        </Button>
        <Button kind="link" name="as" value="let-go">
          {text.letItGo}
        </Button>
      </div>
    </LookForm>
  )
}

type PromiseFormProps = {
  sheet: LookSheet
  at: LookItem
  /** What the plan says of sharing, with which the form begins; null: something else. */
  line: SeenHarvest | null
}

function PromiseForm({ sheet, at, line }: PromiseFormProps) {
  const { language } = sheet.words
  const text = yieldText(language)
  const about = line?.entryId ?? ''
  const typed = (name: string) => sheet.typedOf(at, 'promise', name, about)
  const error = (name: string) => sheet.errorOf(at, 'promise', name, about)
  const idOf = (name: string) => [name, at.item.id, about].filter(Boolean).join('-')
  const field = (name: 'what' | 'withWhom' | 'dueOn', ready = '') => ({
    name,
    id: idOf(name),
    value: typed(name) ?? ready,
    error: error(name),
  })
  return (
    <LookForm sheet={sheet} at={at} act="promise" about={about}>
      {line && <HiddenFields values={{ entry: line.entryId }} />}
      <SelectField
        name="person"
        id={idOf('person')}
        label={text.who}
        value={typed('person') ?? sheet.here.find(({ id }) => line?.owners.includes(id))?.id}
        error={error('person')}
        options={sheet.here.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field {...field('what')} label={text.what} hint={text.whatHint} maxlength={LONGEST_WHAT} />
      <Field
        {...field('withWhom', line?.withWhom)}
        label={text.withWhom}
        hint={text.withHint}
        maxlength={LONGEST_WITH}
      />
      <Field {...field('dueOn')} type="date" label={text.dueOn} optional={language} narrow />
      <Button>{text.save}</Button>
    </LookForm>
  )
}
