import type { EntryId } from '../kernel/id.ts'
import { PostButton } from '../ui/form.tsx'
import type { Question } from './question.ts'
import type { QuestionEyes } from './question-sheet.ts'
import { rungText } from './rung-text.ts'

type Props = {
  question: Question
  isOwn: boolean
  /** To what it is tied; null: to nothing. */
  tied: { readonly name: string; readonly href: string | null } | null
  /** The own tracks to which it can be tied. */
  tracks: readonly { readonly entryId: EntryId; readonly name: string }[]
  eyes: QuestionEyes
}

/** The asker's own track that it belongs to. */
export function TrackView({ question, isOwn, tied, tracks, eyes }: Props) {
  const text = rungText(eyes.language)
  const action = `/questions/${question.id}`
  if (!tied && (!isOwn || tracks.length === 0)) return null
  return (
    <section class="blok" aria-labelledby="k-traject" id="traject">
      <h2 id="k-traject">{text.track}</h2>
      {tied && (
        <p>
          {text.tiedTo} {tied.href === null ? tied.name : <a href={tied.href}>{tied.name}</a>}
        </p>
      )}
      {tied && isOwn && (
        <PostButton action={action} hidden={{ act: 'tie', entry: '' }} kind="link">
          {text.letLoose}
        </PostButton>
      )}
      {!tied &&
        tracks.map(({ entryId, name }) => (
          <PostButton action={action} hidden={{ act: 'tie', entry: entryId }} kind="quiet">
            {text.tie(name)}
          </PostButton>
        ))}
      {!tied && <p class="noot">{text.tieNote}</p>}
    </section>
  )
}
