import { plainOf } from '../kernel/rich.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { RichText } from '../ui/rich.tsx'
import { Span, Spans } from '../ui/thread.tsx'
import { type DraftEntry, type DraftField, isSure, type Piece } from './import.ts'
import { type ImportSheet, isGoalEntry, numberOf } from './import-sheet.ts'
import { importText } from './import-text.ts'
import { entryName, labelOf } from './import-words-view.ts'
import { firstLine } from './plan-sheet.ts'

export type SheetProps = { readonly sheet: ImportSheet }
type EntryProps = SheetProps & { readonly entry: DraftEntry }

/** The entries of one part: what asks for a look open, what was recognised as a whole folded together. */
export function Entries({ sheet, entries }: SheetProps & { entries: readonly DraftEntry[] }) {
  const text = importText(sheet.language)
  if (entries.length === 0) return <p class="noot">{text.none}</p>
  const sure = entries.filter(isSure)
  return (
    <>
      {entries
        .filter((entry) => !isSure(entry))
        .map((entry) => (
          <OpenEntry sheet={sheet} entry={entry} />
        ))}
      {sure.length > 0 && (
        <Fold id={`sure-${sure[0]?.kind}`} summary={sureSummary(sure, sheet)}>
          {sure.map((entry) => (
            <Spans kind="sheet">
              <Head sheet={sheet} entry={entry} />
              <Fields sheet={sheet} fields={bodyOf(entry)} entry={entry} />
            </Spans>
          ))}
        </Fold>
      )}
    </>
  )
}

function sureSummary(entries: readonly DraftEntry[], sheet: ImportSheet) {
  const text = importText(sheet.language)
  const [first] = entries
  if (!first || !isGoalEntry(first)) {
    const names = entries.map((entry) => entryName(entry, sheet)).join(', ')
    return `${text.sureTracks(entries.length)} (${firstLine(names, 120)})`
  }
  const numbers = entries.map((entry) => String(numberOf(sheet.draft, entry)))
  const last = numbers.pop() ?? ''
  return text.sureGoals(numbers.length > 0 ? `${numbers.join(', ')} ${text.and} ${last}` : last)
}

const HEADS = ['title', 'name']
const headOf = ({ fields }: DraftEntry) => fields.find(({ field }) => HEADS.includes(field)) ?? null
const bodyOf = ({ fields }: DraftEntry) => fields.filter(({ field }) => !HEADS.includes(field))
const asks = ({ doubts, byHand }: DraftField) => doubts.length > 0 || byHand

/** An entry in which something asks for a look: that part open, the rest of it in a fold. */
function OpenEntry({ sheet, entry }: EntryProps) {
  const text = importText(sheet.language)
  const cut = entry.cut === null ? [] : ['startSituation', 'goal']
  const body = bodyOf(entry)
  const open = body.filter((field) => asks(field) || cut.includes(field.field))
  const rest = body.filter((field) => !open.includes(field))
  return (
    <div class="inleesdeel" id={`e-${entry.key}`}>
      <Spans kind="sheet">
        <Head sheet={sheet} entry={entry} />
        <Fields sheet={sheet} entry={entry} fields={open} />
      </Spans>
      {rest.length > 0 && (
        <Fold id={`rest-${entry.key}`} summary={text.sureFields(rest.length)}>
          <Spans kind="sheet">
            <Fields sheet={sheet} entry={entry} fields={rest} />
          </Spans>
        </Fold>
      )}
    </div>
  )
}

/** What stood in Word, line by line, its label in front. */
function Source({ pieces, head }: { pieces: readonly Piece[]; head?: boolean }) {
  return (
    <>
      {pieces.flatMap(({ shown: text, label }) =>
        text.split('\n').map((line, place) => (
          <p class={head ? 'wk' : undefined}>
            {place === 0 && label && <b>{label}: </b>}
            {line}
          </p>
        )),
      )}
    </>
  )
}

/** What the entry is called: the title of a goal, or whose track it is. */
function Head({ sheet, entry }: EntryProps) {
  const text = importText(sheet.language)
  const head = headOf(entry)
  const isTeam = entry.kind === 'learning-team-track'
  const label = isGoalEntry(entry) ? entryName(entry, sheet) : isTeam ? text.teamOf : text.trackOf
  const says = head ? plainOf(head.written) : isGoalEntry(entry) ? text.noTitle : text.noName
  return (
    <Span
      source={head && <Source pieces={head.pieces} head />}
      state={head && !asks(head) ? 'sure' : 'look'}
      label={label}
    >
      <p>
        <b>{isGoalEntry(entry) ? says : (ownerNames(entry, sheet) ?? says)}</b>
      </p>
      <Doubts sheet={sheet} field={head} />
      {isGoalEntry(entry) && head && <Loosen sheet={sheet} field={head} about={label} />}
    </Span>
  )
}

/** 'Anouk & Ineke', once tied to people; null while it is only a name. */
function ownerNames(entry: DraftEntry, { rows, roster }: ImportSheet): string | null {
  const ids = rows.find((row) => row.entry === entry)?.owners.ids ?? []
  const all = [...roster.people, ...roster.learningTeams]
  const names = ids.flatMap((id) => all.find((one) => one.id === id)?.name ?? [])
  return names.length > 0 ? names.join(' & ') : null
}

type FieldsProps = EntryProps & { readonly fields: readonly DraftField[] }

function Fields({ sheet, entry, fields }: FieldsProps) {
  return (
    <>
      {fields.map((field, place) => {
        const branch =
          place > 0 && field.pieces[0] !== undefined && field.pieces[0] === fields[place - 1]?.pieces[0]
        return <FieldSpan {...{ sheet, entry, field, branch }} />
      })}
    </>
  )
}

type FieldProps = EntryProps & { readonly field: DraftField; readonly branch: boolean }

function FieldSpan({ sheet, entry, field, branch }: FieldProps) {
  const label = labelOf(field.field, sheet)
  const isJoined = field.field === 'startSituation' && entry.joined.length > 1
  return (
    <Span
      id={`field-${entry.key}-${field.field}`}
      source={branch ? undefined : <Source pieces={field.pieces} />}
      state={asks(field) ? 'look' : 'sure'}
      branch={branch}
      label={label}
    >
      <div>
        <RichText text={field.written} />
      </div>
      <Doubts sheet={sheet} field={field} />
      {(isJoined || (entry.cut === 0 && field.field === 'goal')) && <Cut sheet={sheet} entry={entry} />}
      <Loosen sheet={sheet} field={field} about={`${entryName(entry, sheet)}, ${label}`} />
    </Span>
  )
}

function Doubts({ sheet, field }: SheetProps & { field: DraftField | null }) {
  const text = importText(sheet.language)
  return (
    <>
      {field?.doubts.map((because) => (
        <small>{text.doubt[because]}</small>
      ))}
      {field?.byHand && <small>{text.byHand}</small>}
    </>
  )
}

/** One label, two fields: at which sentence the goal begins. */
function Cut({ sheet, entry }: EntryProps) {
  const text = importText(sheet.language)
  const last = entry.joined.length
  const options = [
    { value: String(last), label: text.cutNone },
    ...entry.joined.map((sentence, place) => ({
      value: String(place),
      label: place === 0 ? text.cutAll : text.cutHere(firstLine(sentence, 48)),
    })),
  ]
  return (
    <div class="rij knip">
      <SelectField
        name={`cut.${entry.key}`}
        label={text.cutLabel}
        narrow
        value={String(entry.cut ?? last)}
        options={options}
      />
      <Button kind="quiet" name="act" value="keep" about={entryName(entry, sheet)}>
        {text.cut}
      </Button>
    </div>
  )
}

/** What is in the wrong field goes to the loose pieces, one piece at a time. */
function Loosen({ sheet, field, about }: SheetProps & { field: DraftField; about: string }) {
  const text = importText(sheet.language)
  return (
    <div class="losser">
      {field.pieces.map(({ key, text: words }) => (
        <Button
          kind="link"
          name="act"
          value={`loose ${key}`}
          about={field.pieces.length > 1 ? `${about}: ${firstLine(words, 40)}` : about}
        >
          {text.loosen}
        </Button>
      ))}
    </div>
  )
}

/** The principles, each with the line of the file from which it came. */
export function Principles({ sheet }: SheetProps) {
  const text = importText(sheet.language)
  const { principles } = sheet.draft
  if (principles.length === 0) return <p class="noot">{text.none}</p>
  return (
    <>
      <Spans kind="sheet">
        {principles.map((principle, place) => (
          <Span source={<Source pieces={principle.pieces} />} label={`${text.principle} ${place + 1}`}>
            <p>{plainOf(principle.written)}</p>
            <Loosen
              sheet={sheet}
              field={{ field: 'text', ...principle, doubts: [], byHand: false }}
              about={`${text.principle} ${place + 1}`}
            />
          </Span>
        ))}
      </Spans>
      {principles.length > 5 && (
        <p class="hangt-aan los vraagje">
          <span>{text.tooMany(principles.length)}</span>
        </p>
      )}
    </>
  )
}
