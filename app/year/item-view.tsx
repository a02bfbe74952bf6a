import type { YearItemId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { firstDay, lastDay, type SchoolYear } from '../kernel/school-year.ts'
import { BackLink, Button } from '../ui/button.tsx'
import { Field, SelectField, TextField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { ITEM_KINDS, LONGEST, type YearItem } from './year.ts'
import { yearActText, yearSentence } from './year-act-text.ts'
import type { ItemForm } from './year-form.ts'
import type { YearNo } from './year-may.ts'
import { yearText } from './year-text.ts'

export type ItemShown = {
  readonly form: ItemForm
  readonly no: YearNo | null
  /** Null: it is new. */
  readonly item: YearItem | null
  readonly schoolYear: SchoolYear
}

type ItemProps = ItemShown & { language: Language; terms: Terms }

/** The form of one moment that the school puts in its year. */
export function ItemView(props: ItemProps) {
  const { item, schoolYear, language, no, terms } = props
  const text = yearActText(language)
  return (
    <>
      <PageHead title={item ? text.changeTitle : text.newTitle} />
      <p>
        <BackLink href={`/year?year=${schoolYear}`}>{text.back}</BackLink>
      </p>
      {no && (
        <Notice kind="refusal" title={text.look}>
          <p>{no.refused === 'stale' ? text.stale : yearSentence(no, language, terms)}</p>
        </Notice>
      )}
      <Form action={item ? `/year/item/${item.id}` : '/year/item/new'} label={text.changeTitle}>
        <HiddenFields values={{ year: schoolYear, revision: String(item?.revision ?? 0) }} />
        <ItemFields {...props} />
        <Actions>
          <Button>{item ? text.save : text.put}</Button>
        </Actions>
      </Form>
      {item && (
        <PostButton action={`/year/item/${item.id}`} hidden={{ act: 'remove' }} kind="link" icon="cross">
          {text.remove}
        </PostButton>
      )}
    </>
  )
}

function ItemFields(props: ItemProps) {
  const { form, no, schoolYear, language, terms } = props
  const text = yearActText(language)
  const field = (name: keyof ItemForm) => ({
    name,
    value: form[name],
    error: no && 'field' in no && no.field === name ? yearSentence(no, language, terms) : null,
  })
  const days = { type: 'date' as const, min: firstDay(schoolYear), max: lastDay(schoolYear), narrow: true }
  const kinds = ITEM_KINDS.map((kind) => ({ value: kind, label: yearText(language).kind[kind] }))
  return (
    <>
      <SelectField {...field('kind')} label={text.kind} options={kinds} none={form.kind ? undefined : '–'} />
      <Field {...field('title')} label={text.name} hint={text.nameHint} maxlength={LONGEST.title} />
      <div class="rij dagvelden">
        <Field {...field('from')} {...days} label={text.from} />
        <Field {...field('to')} {...days} label={text.to} hint={text.toHint} optional={language} />
      </div>
      <div class="rij dagvelden">
        <Field
          {...field('startsAt')}
          label={text.startsAt}
          hint={text.hoursHint}
          optional={language}
          narrow
          maxlength={5}
        />
        <Field {...field('endsAt')} label={text.endsAt} optional={language} narrow maxlength={5} />
      </div>
      <Field {...field('place')} label={text.place} optional={language} maxlength={LONGEST.place} />
      <TextField
        {...field('note')}
        label={text.note}
        hint={text.noteHint}
        optional={language}
        maxlength={LONGEST.note}
      />
    </>
  )
}

/** What was taken out of the year just now, with the way to put it back. */
export function GoneView({ id, language }: { id: YearItemId; language: Language }) {
  const text = yearActText(language)
  return (
    <>
      <PageHead title={text.gone} />
      <p>
        <BackLink href="/year">{text.back}</BackLink>
      </p>
      <PostButton action={`/year/item/${id}`} hidden={{ act: 'restore' }} icon="undo">
        {text.putBack}
      </PostButton>
    </>
  )
}
