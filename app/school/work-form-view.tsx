import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { isBuiltIn, LONGEST_FORM, type WorkForm } from './work-form.ts'
import { formName, workFormText } from './work-form-text.ts'

export type WorkFormSheet = {
  readonly forms: readonly WorkForm[]
  readonly language: Language
  readonly mayOffer: boolean
  /** A name that was sent and not taken, with why. */
  readonly tried: { readonly name: string; readonly says: string } | null
}

const ACTION = '/steps/forms'

/** The forms of work of the school: built in, its own, and those put away. */
export function WorkFormsView(sheet: WorkFormSheet) {
  const { forms, language } = sheet
  const text = workFormText(language)
  const offered = forms.filter(({ isRetired }) => !isRetired)
  const own = offered.filter(({ key }) => !isBuiltIn(key))
  const away = forms.filter(({ isRetired }) => isRetired)
  return (
    <>
      <List sheet={sheet} id="eigen" title={text.own} forms={own} empty={text.noOwn} />
      <Adding {...sheet} />
      <List
        sheet={sheet}
        id="ingebouwd"
        title={text.builtIn}
        forms={offered.filter(({ key }) => isBuiltIn(key))}
      />
      {away.length > 0 && <List sheet={sheet} id="weg" title={text.away} forms={away} note={text.awayNote} />}
      {!sheet.mayOffer && <p class="noot">{text.onlyManagers}</p>}
    </>
  )
}

type ListProps = {
  sheet: WorkFormSheet
  id: string
  title: string
  forms: readonly WorkForm[]
  empty?: string
  note?: string
}

function List({ sheet, id, title, forms, empty, note }: ListProps) {
  return (
    <section class="blok" aria-labelledby={`k-${id}`}>
      <h2 id={`k-${id}`}>{title}</h2>
      {note && <p class="noot">{note}</p>}
      {forms.length === 0 ? (
        <p class="noot">{empty}</p>
      ) : (
        <ul class="werkvormen">
          {forms.map((form) => (
            <Line form={form} sheet={sheet} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Line({ form, sheet: { language, mayOffer } }: { form: WorkForm; sheet: WorkFormSheet }) {
  const text = workFormText(language)
  const name = formName(form, language)
  return (
    <li>
      <span class="werkvorm">{name}</span>
      {mayOffer && (
        <PostButton
          action={ACTION}
          hidden={{ act: form.isRetired ? 'back' : 'away', form: form.key }}
          kind="link"
          about={name}
        >
          {form.isRetired ? text.putBack : text.putAway}
        </PostButton>
      )}
    </li>
  )
}

function Adding({ language, tried }: WorkFormSheet) {
  const text = workFormText(language)
  return (
    <section class="blok" aria-labelledby="k-erbij">
      <h2 id="k-erbij">{text.add}</h2>
      <Form action={ACTION} labelledBy="k-erbij">
        <HiddenFields values={{ act: 'add' }} />
        <Field
          name="name"
          label={text.name}
          hint={text.nameHint}
          maxlength={LONGEST_FORM}
          value={tried?.name}
          error={tried?.says}
        />
        <Button icon="plus">{text.save}</Button>
      </Form>
    </section>
  )
}
