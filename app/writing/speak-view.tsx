import { isPlain, plainOf } from '../kernel/rich.ts'
import { Button } from '../ui/button.tsx'
import { type Choice, ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import { RichText } from '../ui/rich.tsx'
import { conversationText } from './conversation-text.ts'
import { type Range, sentencesOf } from './suggestion-place.ts'
import type { TalkScene } from './talk-scene-view.ts'
import { writingText } from './writing-text.ts'

/** What somebody is about to say, and what was typed when it could not be taken. */
export type OpenSpeech = {
  readonly as: 'comment' | 'suggest'
  /** Which words it is about; null: the whole text. */
  readonly range: Range | null
  /** The text that stood there when it was begun, with its revision. */
  readonly text: string
  readonly revision: number
  readonly typed: string | null
  readonly reason: string | null
  readonly error: string | null
}

export type SpeakProps = {
  readonly scene: TalkScene
  /** `<owner>.<field>`: by it the page knows the passage. */
  readonly passageKey: string
  readonly label: string
  readonly text: string
  readonly speaks: boolean
  /** Who holds the pen writes: suggesting is for who does not. */
  readonly suggests: boolean
  readonly open: OpenSpeech | null
}

/** More sentences than this nobody reads through in a list; the whole text is always there to choose. */
const MOST_SENTENCES = 40

/** The text as it is now, with the way to say something about it or about some of its words. */
export function Speak(props: SpeakProps) {
  const { text, speaks, open } = props
  const written = (
    <div class="gezegde" data-text>
      <RichText text={text} />
    </div>
  )
  if (!speaks) return text ? written : null
  return (
    <pick-words>
      {text && written}
      {open ? <Speech {...props} open={open} /> : <Pick {...props} />}
    </pick-words>
  )
}

const idOf = (key: string) => key.replace('.', '-')

/** Works without script: a choice of sentences, and two buttons that open the form for it. */
function Pick({ scene, passageKey, label, text: now, suggests }: SpeakProps) {
  const text = conversationText(scene.language)
  return (
    <Fold summary={suggests ? text.speak : text.comment}>
      <form
        method="get"
        action={`${scene.href}#speak`}
        class="formulier"
        aria-label={`${suggests ? text.speak : text.comment}: ${label}`}
      >
        <HiddenFields values={{ speak: passageKey, words: '', lead: '' }} />
        {now && (
          <ChoiceGroup
            id={`about-${idOf(passageKey)}`}
            legend={text.whatAbout}
            hint={text.pickHint}
            name="about"
            chosen={['whole']}
            choices={choicesOf(scene, now)}
          />
        )}
        <div class="rij">
          <Button kind="quiet" icon="speech" name="as" value="comment">
            {text.comment}
          </Button>
          {suggests && (
            <Button kind="quiet" icon="pen" name="as" value="suggest">
              {now ? text.suggest : text.suggestFirst}
            </Button>
          )}
        </div>
      </form>
    </Fold>
  )
}

function choicesOf(scene: TalkScene, now: string): Choice[] {
  const text = conversationText(scene.language)
  return [
    { value: 'whole', title: text.wholeText },
    { value: 'words', title: text.theseWords },
    ...sentencesOf(now)
      .slice(0, MOST_SENTENCES)
      .map(({ start, end }) => ({ value: `${start}-${end}`, title: plainOf(now.slice(start, end)) })),
  ]
}

/** The form for what was chosen. */
function Speech(props: SpeakProps & { open: OpenSpeech }) {
  const { scene, passageKey, label, open } = props
  const text = conversationText(scene.language)
  const { range, revision } = open
  const place: Record<string, string> = range ? { place: `${range.start}-${range.end}` } : {}
  const title = open.as === 'comment' ? text.comment : open.text ? text.suggest : text.suggestFirst
  return (
    <div class="spreken" id="speak" tabindex={-1}>
      <h3>{title}</h3>
      {range && <About {...props} range={range} />}
      <Form action={`${scene.href}#speak`} label={`${title}: ${label}`}>
        <HiddenFields
          values={{ act: open.as, passage: passageKey, revision: String(revision), was: open.text, ...place }}
        />
        {open.as === 'comment' ? <CommentField {...props} /> : <SuggestFields {...props} />}
        <div class="rij">
          <Button icon="speech">{open.as === 'comment' ? text.place : text.layBefore}</Button>
          <a class="pijl" href={scene.href}>
            {text.cancel}
            <Icon name="arrow" />
          </a>
        </div>
      </Form>
    </div>
  )
}

function About({ scene, open, range }: SpeakProps & { open: OpenSpeech; range: Range }) {
  const text = conversationText(scene.language)
  return (
    <>
      <p class="wiezegt">{text.nowItSays}</p>
      <blockquote class="citaat">{plainOf(open.text.slice(range.start, range.end))}</blockquote>
    </>
  )
}

function CommentField({ scene, open }: SpeakProps & { open: OpenSpeech }) {
  const text = conversationText(scene.language)
  return (
    <TextField
      name="text"
      id="speak-text"
      label={text.yourComment}
      value={open.typed}
      error={open.error}
      autofocus
    />
  )
}

function SuggestFields({ scene, open }: SpeakProps & { open: OpenSpeech }) {
  const text = conversationText(scene.language)
  const { range } = open
  const stands = range ? open.text.slice(range.start, range.end) : open.text
  return (
    <>
      <TextField
        name="text"
        id="speak-text"
        label={text.shouldSay}
        hint={
          isPlain(stands)
            ? text.shouldSayHint
            : `${text.shouldSayHint} ${writingText(scene.language).noScript}`
        }
        value={open.typed ?? stands}
        rows={3}
        error={open.error}
        autofocus
      />
      <TextField
        name="reason"
        id="speak-reason"
        label={text.why}
        hint={text.mayStayEmpty}
        value={open.reason}
      />
    </>
  )
}
