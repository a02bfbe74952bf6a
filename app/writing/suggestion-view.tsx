import { plainOf } from '../kernel/rich.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import { conversationText } from './conversation-text.ts'
import { inContext, type Suggestion } from './suggestion.ts'
import { locate } from './suggestion-fit.ts'
import { anchorAt, type Range, sentencesOf } from './suggestion-place.ts'
import { dayIn, nameIn, type TalkScene } from './talk-scene-view.ts'

export type SuggestionProps = {
  readonly scene: TalkScene
  readonly suggestion: Suggestion
  /** The text as it is now, with its revision. */
  readonly text: string
  readonly revision: number
  /** Whether this reader holds the pen here. */
  readonly decides: boolean
  /** Whether this reader may leave it aside. */
  readonly declines: boolean
}

/** A suggestion that waits: what would change and why, and for who holds the pen the choice. */
export function SuggestionCard(props: SuggestionProps) {
  const { scene, suggestion, decides, declines, text: now } = props
  const text = conversationText(scene.language)
  const fit = locate(now, suggestion.anchor)
  const title = text.suggests(nameIn(scene, suggestion.madeBy))
  return (
    <div class="voorstelkaart" id={`suggestion-${suggestion.id}`}>
      <h3>{title}</h3>
      {suggestion.reason && <p>{text.says(suggestion.reason)}</p>}
      {!fit.fits && <MovedOn {...props} />}
      {!fit.fits && <p>{text.meant}</p>}
      <Changed {...props} />
      {!fit.fits && decides && <Point {...props} nearest={fit.nearest} />}
      {declines && <Decide {...props} fits={fit.fits} />}
      {suggestion.madeBy === scene.me && (
        <PostButton kind="link" action={scene.href} hidden={{ act: 'take-back', suggestion: suggestion.id }}>
          {text.takeBack}
        </PostButton>
      )}
    </div>
  )
}

const MovedOn = ({ scene }: SuggestionProps) => {
  const text = conversationText(scene.language)
  return (
    <Notice title={text.movedTitle}>
      <p>{text.moved}</p>
    </Notice>
  )
}

/** The changed words with a little of what stands around them. */
type ChangedProps = { scene: TalkScene; suggestion: Pick<Suggestion, 'anchor' | 'replacement'> }

function Changed({ scene, suggestion }: ChangedProps) {
  const { before, after } = inContext(suggestion)
  return <Difference scene={scene} before={before} after={after} />
}

function Difference({ scene, before, after }: { scene: TalkScene; before: string; after: string }) {
  const text = conversationText(scene.language)
  const [was, will] = [plainOf(before), plainOf(after)]
  return (
    <>
      <p class="voorstel">
        <WordDiff before={before} after={after} language={scene.language} />
      </p>
      {was === will && <p class="noot">{text.onlyLooks}</p>}
      {will.trim() === '' && <p class="noot">{text.goesAway}</p>}
    </>
  )
}

/** One tap, and a sentence for who wants to. */
function Decide({ scene, suggestion, decides, fits }: SuggestionProps & { fits: boolean }) {
  const text = conversationText(scene.language)
  return (
    <Form action={scene.href} class="besluitje">
      <HiddenFields values={{ suggestion: suggestion.id }} />
      <div class="rij">
        {fits && decides && (
          <Button icon="check" name="act" value="accept">
            {text.accept}
          </Button>
        )}
        <Button kind="quiet" name="act" value="decline">
          {text.decline}
        </Button>
      </div>
      <Fold summary={text.sayAlong}>
        <TextField
          name="answer"
          id={`answer-${suggestion.id}`}
          label={text.answer}
          hint={text.mayStayEmpty}
        />
      </Fold>
    </Form>
  )
}

const placeValue = ({ start, end }: Range) => `${start}-${end}`

/** Where the words might belong now: the nearest passage, or a sentence that a person points at. */
function Point(props: SuggestionProps & { nearest: Range | null }) {
  const { scene, nearest } = props
  const text = conversationText(scene.language)
  return (
    <>
      {nearest ? <Nearest {...props} nearest={nearest} /> : <p class="noot">{text.noNearest}</p>}
      <PointYourself {...props} />
    </>
  )
}

/** A place goes along with the revision in which somebody pointed at it. */
const pointedIn = ({ suggestion, revision }: SuggestionProps) => ({
  suggestion: suggestion.id,
  revision: String(revision),
})

function Nearest(props: SuggestionProps & { nearest: Range }) {
  const { scene, suggestion, text: now, nearest } = props
  const text = conversationText(scene.language)
  return (
    <Form action={scene.href} class="besluitje">
      <HiddenFields values={{ ...pointedIn(props), place: placeValue(nearest) }} />
      <p>{text.nearest}</p>
      <Changed
        scene={scene}
        suggestion={{ anchor: anchorAt(now, nearest), replacement: suggestion.replacement }}
      />
      <div class="rij">
        <Button icon="check" name="act" value="accept">
          {text.putHere}
        </Button>
      </div>
    </Form>
  )
}

function PointYourself(props: SuggestionProps) {
  const { scene, suggestion, text: now } = props
  const text = conversationText(scene.language)
  const sentences = sentencesOf(now)
  if (sentences.length === 0) return null
  const choices = sentences.map((range) => ({
    value: placeValue(range),
    title: plainOf(now.slice(range.start, range.end)),
  }))
  return (
    <Fold summary={text.pointYourself}>
      <Form action={scene.href} class="besluitje">
        <HiddenFields values={pointedIn(props)} />
        <ChoiceGroup id={`place-${suggestion.id}`} legend={text.whichPlace} name="place" choices={choices} />
        <div class="rij">
          <Button kind="quiet" name="act" value="accept">
            {text.putThere}
          </Button>
        </div>
      </Form>
    </Fold>
  )
}

/** What became of a suggestion: it stays with the text. */
export function AnsweredSuggestion({ scene, suggestion }: Pick<SuggestionProps, 'scene' | 'suggestion'>) {
  const text = conversationText(scene.language)
  const { outcome, answeredBy, answeredAt, answer, reason } = suggestion
  if (outcome === null) return null
  return (
    <div class="geweest" id={`suggestion-${suggestion.id}`}>
      <p class="wiezegt">{text.suggests(nameIn(scene, suggestion.madeBy))}</p>
      {reason && <p>{text.says(reason)}</p>}
      <Changed scene={scene} suggestion={suggestion} />
      <p class="noot">
        {text.outcome[outcome](nameIn(scene, answeredBy), dayIn(scene, answeredAt))}{' '}
        {answer && text.says(answer)}
      </p>
    </div>
  )
}
