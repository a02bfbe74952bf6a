import type { Language } from '../kernel/language.ts'
import { BackLink, Button } from '../ui/button.tsx'
import { Field, type Option, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { daysText } from './days-text.ts'
import type { DaysTried } from './days-view.tsx'
import { LONGEST_NAME, LONGEST_PHONE, SAFE_KINDS, type SafeKind, type SafePerson } from './safe.ts'

export type SafeSheet = {
  readonly people: readonly SafePerson[]
  readonly choices: readonly Option[]
  readonly tried: DaysTried | null
  readonly language: Language
}
type Props = { sheet: SafeSheet }

const ACTION = '/settings/safe'

/** The names by kind, and a form to add one. */
export function SafeView({ sheet }: Props) {
  const { people, tried, language } = sheet
  const text = daysText(language).safe
  return (
    <>
      <p>
        <BackLink href="/settings">{text.back}</BackLink>
      </p>
      {tried && tried.field === null && (
        <Notice kind="refusal">
          <p>{tried.says}</p>
        </Notice>
      )}
      <div class="twee">
        <div class="kolom">
          {SAFE_KINDS.map((kind) => (
            <Kind kind={kind} people={people.filter((one) => one.kind === kind)} language={language} />
          ))}
        </div>
        <div class="kolom">
          <Add sheet={sheet} />
        </div>
      </div>
    </>
  )
}

type KindProps = { kind: SafeKind; people: readonly SafePerson[]; language: Language }

function Kind({ kind, people, language }: KindProps) {
  const text = daysText(language).safe
  return (
    <section class="blok" aria-labelledby={`k-${kind}`}>
      <h2 id={`k-${kind}`}>{text.kinds[kind]}</h2>
      {people.length === 0 ? (
        <p class="noot">{text.none}</p>
      ) : (
        <ul class="lossedagen">
          {people.map(({ id, name, phone }) => (
            <li>
              <span>
                <b>{name}</b>
                {phone && <small>{phone}</small>}
              </span>
              <PostButton action={ACTION} hidden={{ act: 'drop', safe: id }} kind="link" about={name}>
                {text.drop}
              </PostButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Add({ sheet: { choices, tried, language } }: Props) {
  const text = daysText(language).safe
  const mine = tried?.act === 'add' ? tried : null
  const field = (name: string, first = '') => ({
    name,
    value: mine?.values[name] ?? first,
    error: mine?.field === name ? mine.says : null,
  })
  return (
    <section class="blok" aria-labelledby="k-erbij">
      <h2 id="k-erbij">{text.add}</h2>
      <Form action={ACTION} id="safe" labelledBy="k-erbij">
        <HiddenFields values={{ act: 'add' }} />
        <SelectField
          {...field('kind', 'child')}
          label={text.kind}
          options={SAFE_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        />
        <SelectField {...field('person')} label={text.person} none={text.personNone} options={choices} />
        <Field {...field('name')} label={text.name} hint={text.nameHint} maxlength={LONGEST_NAME} />
        <Field {...field('phone')} label={text.phone} maxlength={LONGEST_PHONE} optional={language} />
        <Button icon="plus">{text.save}</Button>
      </Form>
    </section>
  )
}
