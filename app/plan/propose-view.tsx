import { BackLink, Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { SignsFold } from '../writing/signs-view.tsx'
import { type Entry, type EntryText, TEXTS_OF, textOf } from './entry.ts'
import { mayWriteText } from './plan-may.ts'
import { trackName } from './plan-sheet.ts'
import { cardId, type Drawing, labelsOf } from './plan-sheet-view.ts'
import { proposalText } from './proposal-text.ts'

type ProposeProps = {
  d: Drawing
  entry: Entry
  texts: Partial<Record<EntryText, string>>
  note: string
  refused: string | null
}

/** Writing a proposal: the fields as they stand, to change; nothing of it is in the track before its owner says so. */
export function ProposeForm({ d, entry, texts, note, refused }: ProposeProps) {
  const text = proposalText(d.language)
  const name = trackName(entry, d.lookup)
  const labels = labelsOf(entry, d)
  return (
    <>
      <PageHead title={text.title(name)} under={text.lead(name)} />
      {refused && <Notice kind="refusal" title={refused} />}
      <Form action={`${d.href}/entry/${entry.id}/proposal`}>
        {fieldsFor(entry, d).map((field) => (
          <TextField
            name={`text.${field}`}
            id={`propose-${field}`}
            label={labels[field]}
            value={texts[field] ?? textOf(entry, field)}
          />
        ))}
        <SignsFold language={d.language} />
        <TextField name="note" label={text.note} value={note} hint={text.answerHint} />
        <div class="rij">
          <Button icon="speech">{text.send}</Button>
          <BackLink href={`${d.href}?shown=${entry.id}#${cardId(entry.id)}`}>{text.cancel}</BackLink>
        </div>
      </Form>
    </>
  )
}

/** One's own effort is written in the track itself, not proposed. */
const fieldsFor = (entry: Entry, d: Drawing) =>
  TEXTS_OF[entry.kind].filter((field) => !mayWriteText(d.actor, d.plan, entry, field).may)
