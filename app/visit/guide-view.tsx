import { Form, HiddenFields } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { type Guide, openNoteOf, type Point } from './guide.ts'
import { NoteSeen, PlaceToWrite } from './guide-note-view.tsx'
import { PointsForm, ShareForm } from './guide-own-view.tsx'
import { type GuideProps, type PlaceProps, pointWords } from './guide-sheet-view.ts'
import { guideText } from './guide-text.ts'

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
