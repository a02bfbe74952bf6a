import type { PersonId, VisitId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import {
  type Guide,
  type GuideNo,
  LONGEST_NOTE,
  type Note,
  openNoteOf,
  type Point,
  printOf,
} from './guide.ts'
import { PointsForm, ShareForm } from './guide-own-view.tsx'
import { guideText } from './guide-text.ts'
import type { Shared } from './visit.ts'

/** What was sent with a form of the guide and not taken. */
export type GuideTried = {
  readonly act: string
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly no: GuideNo
}

export type GuideProps = {
  visit: VisitId
  guide: Guide
  /** What this reader is here; 'reader': with whom it is shared. */
  as: 'host' | 'visitor' | 'reader'
  me: PersonId
  host: string
  visitor: string
  visitorId: PersonId
  /** What the visitor would like to see; '' for who does not read that. */
  question: string
  /** Whether one can write: the visit is agreed. */
  isAgreed: boolean
  /** Whether this reader sees what was kept. */
  readsKept: boolean
  shared: Shared
  /** 'intern begeleider' */
  coordinatorWord: string
  tried: GuideTried | null
  language: Language
}

export const pointWords = ({ pick, text }: Pick<Point, 'pick' | 'text'>, language: Language) =>
  pick === null ? text : guideText(language).picks[pick]

/** The observation guide: the points, what was seen at each, and who reads it. No sums, no marks. */
export function GuideView(props: GuideProps) {
  const { guide, as, host, visitor, language } = props
  const text = guideText(language)
  return (
    <section class="blok kijkwijzer" aria-labelledby="k-kijkwijzer" id="kijkwijzer">
      <h2 id="k-kijkwijzer">{as === 'reader' ? text.titleOf(host) : text.title}</h2>
      {as === 'host' && <p class="zacht">{text.forHost(visitor)}</p>}
      {as === 'visitor' && <p class="zacht">{text.forVisitor(host)}</p>}
      {props.tried && (
        <Notice kind="refusal" title={text.notSaved}>
          <p>{text.refusal[props.tried.no.refused]}</p>
        </Notice>
      )}
      {as === 'host' && <PointsForm {...props} />}
      {as === 'visitor' && guide.points.length === 0 && (
        <p class="zacht">{text.noPoints(host, props.isAgreed)}</p>
      )}
      <Seen {...props} />
      {as === 'visitor' && !props.readsKept && <p class="noot">{text.hidden(host)}</p>}
      {as === 'host' && <ShareForm {...props} />}
    </section>
  )
}

/** Per point what was seen; for the two with a place to write. */
function Seen(props: GuideProps) {
  const { guide, as, isAgreed, language } = props
  const text = guideText(language)
  const writes = as !== 'reader' && isAgreed
  const places: (Point | null)[] = [...guide.points, null]
  const shown = places.filter((point) => writes || point !== null || notesAt(guide, null).length > 0)
  return (
    <>
      {writes && <NotesForm {...props} />}
      {as === 'reader' && guide.points.length + guide.notes.length === 0 && (
        <p class="zacht">{text.nothingYet}</p>
      )}
      {!isAgreed && as === 'host' && <p class="noot">{text.waitsForYes}</p>}
      <ol class="punten-gezien">
        {shown.map((point) => (
          <PlaceSeen {...props} point={point} writes={writes} />
        ))}
      </ol>
    </>
  )
}

const notesAt = ({ notes }: Guide, point: Point | null) =>
  notes.filter((note) => note.point === (point?.id ?? null))

/** The form that belongs to all places to write: each lies at its own point. */
const NotesForm = ({ visit, language }: GuideProps) => (
  <Form action={`/visits/${visit}`} id="notes" label={guideText(language).title}>
    <HiddenFields values={{ act: 'notes' }} />
  </Form>
)

type PlaceProps = GuideProps & { point: Point | null; writes: boolean }

function PlaceSeen(props: PlaceProps) {
  const { guide, point, as, me, writes, language } = props
  const text = guideText(language)
  const mine = writes ? openNoteOf(guide.notes, me, point?.id ?? null, as === 'host') : null
  const others = notesAt(guide, point).filter((note) => note.id !== mine?.id)
  return (
    <li id={point ? `p-${point.id}` : 'p-verder'}>
      <h3>{point ? pointWords(point, language) : guide.points.length > 0 ? text.beside : text.seen}</h3>
      {others.length > 0 && (
        <ul class="briefjes">
          {others.map((note) => (
            <NoteSeen {...props} note={note} />
          ))}
        </ul>
      )}
      {writes && <PlaceToWrite {...props} mine={mine} />}
    </li>
  )
}

function PlaceToWrite({ point, mine, as, visitor, tried, language }: PlaceProps & { mine: Note | null }) {
  const text = guideText(language)
  const key = point?.id ?? ''
  const name = `note-${key}`
  const sent = tried?.act === 'notes' ? tried.values[name] : undefined
  const hidden = { [`base-${key}`]: String(mine?.revision ?? 0), [`print-${key}`]: printOf(mine?.text ?? '') }
  const label = as === 'visitor' ? text.write(point ? pointWords(point, language) : '') : text.ownNote
  return (
    <div class="veld schrijfplek">
      {Object.entries(hidden).map(([field, value]) => (
        <input type="hidden" name={field} value={value} form="notes" />
      ))}
      <label for={`f-${name}`} class={as === 'visitor' ? 'vh' : undefined}>
        {label}
      </label>
      <textarea
        id={`f-${name}`}
        name={name}
        rows={2}
        maxlength={LONGEST_NOTE}
        form="notes"
        autocomplete="off"
        aria-describedby="notes-hint"
      >
        {typeof sent === 'string' ? sent : (mine?.text ?? '')}
      </textarea>
      {as === 'visitor' && mine && <small>{text.yours}</small>}
      {point === null && (
        <p class="noot" id="notes-hint">
          {text.writeHint}
        </p>
      )}
      {point === null && (
        <button class="knop" type="submit" form="notes">
          {text.saveNotes}
          <span class="vh"> {visitor}</span>
        </button>
      )}
    </div>
  )
}

/** One note; the host keeps it, changes it or throws it away. */
function NoteSeen({ note, visit, as, me, visitor, visitorId, language }: PlaceProps & { note: Note }) {
  const text = guideText(language)
  const ids = { note: note.id, base: String(note.revision) }
  return (
    <li>
      <p class="gezien">{note.text}</p>
      {note.keptAt === null && note.author === visitorId && me !== visitorId && (
        <small>{text.proposed(visitor)}</small>
      )}
      {as === 'host' && (
        <div class="rij knoppen">
          {note.keptAt === null && (
            <PostButton
              action={`/visits/${visit}`}
              hidden={{ act: 'keep', ...ids }}
              kind="quiet"
              icon="check"
            >
              {text.keep}
            </PostButton>
          )}
          <PostButton action={`/visits/${visit}`} hidden={{ act: 'drop', ...ids }} kind="link">
            {text.drop}
          </PostButton>
          <Fold summary={text.change}>
            <Form action={`/visits/${visit}`} id={`keep-${note.id}`} label={text.change}>
              <HiddenFields values={{ act: 'keep', ...ids }} />
              <TextField
                name="text"
                id={`t-${note.id}`}
                label={text.change}
                hiddenLabel
                value={note.text}
                maxlength={LONGEST_NOTE}
                autocomplete="off"
              />
              <Button kind="quiet">{text.saveChange}</Button>
            </Form>
          </Fold>
        </div>
      )}
    </li>
  )
}
