import type { Language, Terms } from '../kernel/language.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, Problems } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { type CheckedPerson, isReady, isStop, type ListField, type Remark } from './people-check.ts'
import type { ListReason } from './people-list.ts'
import { peopleText } from './people-text.ts'
import { rolesInWords } from './school-text.ts'

type Text = ReturnType<typeof peopleText>

export type PeoplePasteProps = {
  /** where the form posts to */
  action: string
  language: Language
  list?: string
  refused?: { reason: ListReason; field: string } | null
}

/** The first step: a list pasted, or a file chosen. */
export function PeoplePaste({ action, language, list = '', refused = null }: PeoplePasteProps) {
  const text = peopleText(language)
  const errorAt = (field: string) => (refused?.field === field ? text.refused[refused.reason] : null)
  return (
    <Form action={action} upload answers>
      <TextField
        name="list"
        label={text.list}
        hint={text.listHint}
        rows={8}
        value={list}
        error={errorAt('list')}
      />
      <div class="voorbeeldregels">
        <small>{text.example}</small>
        <pre>{text.exampleLines.join('\n')}</pre>
      </div>
      <Field
        name="file"
        type="file"
        label={text.file}
        hint={text.fileHint}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        error={errorAt('file')}
        optional={language}
      />
      <Actions>
        <Button name="act" value="read">
          {text.read}
        </Button>
      </Actions>
    </Form>
  )
}

export type PeoplePreviewProps = {
  action: string
  language: Language
  terms: Terms
  people: readonly CheckedPerson[]
  leftOut: readonly string[]
}

/** The second step: what was read, line by line, ready to correct. Nothing has been stored. */
export function PeoplePreview({ action, language, terms, people, leftOut }: PeoplePreviewProps) {
  const text = peopleText(language)
  const open = people.filter((person) => !isReady(person))
  const order = [...open, ...people.filter(isReady)]
  return (
    <Form action={action} class="formulier voorbeeld" answers>
      <Problems
        title={open.length > 0 ? text.toLookAt(open.length) : ''}
        problems={open.flatMap((person) => stopsOf(person, order.indexOf(person), text))}
      />
      {open.length === 0 && <p>{text.allWell}</p>}
      <About text={text} people={people} leftOut={leftOut} />
      <HiddenFields values={{ count: String(order.length), leftOut: leftOut.join('\n') }} />
      <ol class="persoonregels">
        {order.map((person, place) => (
          <li>
            <PersonLine person={person} place={place} language={language} terms={terms} />
          </li>
        ))}
      </ol>
      <Actions>
        <Button name="act" value="store">
          {text.store}
        </Button>
        <Button kind="quiet" name="act" value="check">
          {text.check}
        </Button>
        <LinkButton href={action}>{text.again}</LinkButton>
      </Actions>
    </Form>
  )
}

const stopsOf = (person: CheckedPerson, place: number, text: Text) =>
  person.remarks.filter(isStop).map((remark) => ({
    field: `f-${remark.field}-${place}`,
    text: `${text.lineName(person.written.line, person.written.name)}. ${sentenceOf(remark, text, '')}`,
  }))

function About({
  text,
  people,
  leftOut,
}: {
  text: Text
  people: readonly CheckedPerson[]
  leftOut: readonly string[]
}) {
  const groups = [...new Set(people.flatMap((person) => person.remarks.flatMap(newGroupOf)))]
  if (groups.length === 0 && leftOut.length === 0) return null
  return (
    <Notice>
      {groups.length > 0 && <p>{text.newGroups(groups.join(', '))}</p>}
      {leftOut.length > 0 && <p>{text.leftOut(leftOut.join(', '))}</p>}
    </Notice>
  )
}

const newGroupOf = (remark: Remark) =>
  !isStop(remark) && remark.note === 'group-new' && remark.written ? [remark.written] : []

const sentenceOf = (remark: Remark, text: Text, role: string) =>
  isStop(remark)
    ? text.stop[remark.stop]({ written: remark.written ?? '', line: remark.line ?? 0 })
    : text.note[remark.note]({ written: remark.written ?? '', role })

type LineProps = { person: CheckedPerson; place: number; language: Language; terms: Terms }

function PersonLine({ person, place, language, terms }: LineProps) {
  const text = peopleText(language)
  const { written } = person
  const odd = (field: ListField) => person.remarks.some((remark) => isStop(remark) && remark.field === field)
  const value = (field: 'groups' | 'roles') => {
    if (odd(field)) return written[field]
    return field === 'groups' ? person.groups.join(', ') : rolesInWords(person.roles, language, terms)
  }
  const cell = (field: ListField, shown: string) => (
    <Field
      name={`${field}-${place}`}
      label={text[field]}
      value={shown}
      maxlength={300}
      error={stopSentence(person, field, text)}
    />
  )
  return (
    <fieldset class="persoonregel">
      <legend class="vh">{text.lineName(written.line, written.name)}</legend>
      <HiddenFields values={{ [`line-${place}`]: String(written.line) }} />
      {cell('name', written.name)}
      {cell('email', written.email)}
      {cell('groups', value('groups'))}
      {cell('roles', value('roles'))}
      <Check name={`skip-${place}`} label={text.skip} />
      <Notes person={person} text={text} language={language} terms={terms} />
    </fieldset>
  )
}

function stopSentence(person: CheckedPerson, field: ListField, text: Text) {
  const remark = person.remarks.find((one) => isStop(one) && one.field === field)
  return remark ? sentenceOf(remark, text, '') : null
}

function Notes({
  person,
  text,
  language,
  terms,
}: {
  person: CheckedPerson
  text: Text
  language: Language
  terms: Terms
}) {
  const notes = person.remarks.flatMap((remark) =>
    isStop(remark) || remark.note === 'group-new' ? [] : [remark],
  )
  if (notes.length === 0) return null
  return (
    <ul class="bijregel">
      {notes.map((note) => (
        <li>{sentenceOf(note, text, note.role ? rolesInWords([note.role], language, terms) : '')}</li>
      ))}
    </ul>
  )
}
