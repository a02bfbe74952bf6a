import type { Language, Terms } from '../kernel/language.ts'
import type { MeetingItem } from '../meeting/meeting.ts'
import { LONGEST_SAY } from '../meeting/say.ts'
import type { Seat } from '../meeting/seat.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { RichText } from '../ui/rich.tsx'
import type { LookOf, RoomLook } from './look-back.ts'
import { Conditions, Notes, Promises, SharedTime } from './look-back-board-view.tsx'
import { SourceChoice } from './look-back-source-view.tsx'
import { lookBackText } from './look-back-text.ts'
import { themeText } from './theme-text.ts'

type PhoneProps = {
  readonly look: RoomLook
  readonly item: MeetingItem
  readonly seat: Pick<Seat, 'person' | 'via'>
  readonly planId: string | null
  /** '/meeting/…' */
  readonly href: string
  readonly words: { readonly language: Language; readonly terms: Terms }
  /** While the room is asked something else, nothing is brought in. */
  readonly takesInput: boolean
  /** What was typed and not taken, with why. */
  readonly typed?: string
  readonly error?: string | null
}

/** What looking back asks of one phone: bring something in, read what was gathered, or nothing but to look up. */
export function LookBackPhone(props: PhoneProps) {
  const { look, words, item } = props
  switch (look.kind) {
    case 'themes':
      return (
        <>
          <BringIn {...props} />
          <Gathered look={look} words={words} />
        </>
      )
    case 'coordinator-part':
    case 'plan-itself':
      return (
        <>
          {look.kind === 'coordinator-part' && <SharedTime shared={look.shared} />}
          {look.text !== '' && (
            <div class="serif">
              <RichText text={look.text} />
            </div>
          )}
          <BringIn {...props} />
          <Gathered look={look} words={words} />
        </>
      )
    case 'conditions':
      return <Conditions look={look} words={words} />
    case 'yields':
      return (
        <>
          <Promises look={look} words={words} />
          <ToYields {...props} />
        </>
      )
    case 'evaluation':
      return <OwnChoice {...props} look={look} item={item} />
  }
}

type Gathering = LookOf<'themes' | 'coordinator-part' | 'plan-itself'>

/** Themes by their titles; as long as there are none, what was brought in. */
function Gathered({ look, words }: { look: Gathering; words: PhoneProps['words'] }) {
  const { groups, loose } = look.grouped
  const text = themeText(words.language)
  if (groups.length === 0 && loose.length === 0) return null
  return (
    <section class="verzameld">
      <h2>{groups.length === 0 ? text.notes(loose.length) : text.themes}</h2>
      {groups.length === 0 ? (
        <Notes notes={loose} language={words.language} />
      ) : (
        <ul>
          {groups.map(({ theme, notes }) => (
            <li id={`tel-${theme.id}`}>
              {theme.title} <small>{text.notes(notes.length)}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function BringIn({ look, item, seat, href, words, takesInput, typed, error }: PhoneProps) {
  if (seat.person === null || item.state !== 'current' || !takesInput) return null
  const text = lookBackText(words.language)
  const id = `say-${item.id}-input`
  return (
    <form action={`${href}/phone`} method="post" class="formulier" id={id} novalidate>
      <HiddenFields values={{ act: 'say', item: item.id, kind: 'input' }} />
      {look.kind === 'themes' && <SourceChoice id={`${id}-source`} language={words.language} />}
      <div class="veld">
        <label for={`${id}-text`}>{inputLabel(look, words)}</label>
        <small id={`${id}-hint`}>
          {look.kind === 'themes' ? text.inputHint : text.inputNamed(words.terms)}
        </small>
        <textarea
          name="text"
          id={`${id}-text`}
          rows={3}
          maxlength={LONGEST_SAY}
          aria-describedby={`${id}-hint`}
          aria-invalid={error ? 'true' : undefined}
        >
          {typed ?? ''}
        </textarea>
        {error && <p class="bij-veld">{error}</p>}
      </div>
      <Button>{text.send}</Button>
    </form>
  )
}

/** What is asked of who brings something in at an item that gathers; '' at any other. */
export function inputLabel(
  { kind }: Pick<RoomLook, 'kind'>,
  { language, terms }: PhoneProps['words'],
): string {
  const { input } = lookBackText(language)
  if (kind === 'themes' || kind === 'plan-itself') return input[kind]
  return kind === 'coordinator-part' ? input[kind](terms) : ''
}

/** The list of promises is a page of members: a device that joined by the code reads them here. */
function ToYields({ seat, planId, words }: PhoneProps) {
  if (seat.via !== 'session' || planId === null) return null
  return (
    <p>
      <ArrowLink href={`/plan/${planId}/yields`}>{lookBackText(words.language).toYields}</ArrowLink>
    </p>
  )
}

/** The way for the track's own teacher to say how it goes on; what the team decides is decided in the room. */
function OwnChoice({ look, seat, href, item, words }: PhoneProps & { look: LookOf<'evaluation'> }) {
  const text = lookBackText(words.language)
  const isMine = seat.via === 'session' && seat.person !== null && look.owners.includes(seat.person)
  if (!isMine || look.asked === 'team') return <p class="noot">{text.asks[look.asked]}</p>
  return (
    <p>
      <ArrowLink href={`${href}/look-back#i-${item.id}`}>
        {look.asked === 'members' ? text.yourTeam : text.yourTrack}
      </ArrowLink>
    </p>
  )
}
