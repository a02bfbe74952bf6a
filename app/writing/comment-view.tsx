import { plainOf } from '../kernel/rich.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { type Comment, isOpenThread, type Thread } from './comment.ts'
import { conversationText } from './conversation-text.ts'
import { locate } from './suggestion-fit.ts'
import { dayIn, nameIn, type TalkScene } from './talk-scene-view.ts'

export type ThreadProps = {
  readonly scene: TalkScene
  readonly thread: Thread
  /** The text as it is now, to say whether the quoted words still stand there. */
  readonly text: string
  /** Whether this reader may speak here. */
  readonly speaks: boolean
  /** What waits for this reader in it. */
  readonly waits: Comment | null
  /** What was typed and could not be placed. */
  readonly typed?: string | null
  readonly error?: string | null
}

/** A talk about a text: what it is about, what was said, and the way to answer or to call it done. */
export function ThreadCard(props: ThreadProps) {
  const { scene, thread, speaks } = props
  const text = conversationText(scene.language)
  const isDone = thread.resolvedAt !== null
  return (
    <div class="gesprekje" id={`talk-${thread.id}`}>
      <Quote {...props} />
      <ol class="reacties">
        {thread.comments.map((comment) => (
          <li id={`comment-${comment.id}`}>
            <Said {...props} comment={comment} />
          </li>
        ))}
      </ol>
      {isDone && (
        <p class="noot">
          {text.resolvedBy(nameIn(scene, thread.resolvedBy), dayIn(scene, thread.resolvedAt))}
        </p>
      )}
      {speaks && isOpenThread(thread) && <Answer {...props} />}
      {speaks && isDone && <Act {...props} act="reopen" label={text.reopen} />}
    </div>
  )
}

function Quote({ scene, thread, text: now }: ThreadProps) {
  const { quote } = thread.anchor
  if (quote === '') return null
  return (
    <>
      <blockquote class="citaat">{plainOf(quote)}</blockquote>
      {!locate(now, thread.anchor).fits && <p class="noot">{conversationText(scene.language).goneWords}</p>}
    </>
  )
}

function Said(props: ThreadProps & { comment: Comment }) {
  const { scene, comment, speaks } = props
  const text = conversationText(scene.language)
  const name = nameIn(scene, comment.by)
  if (comment.withdrawnAt !== null) return <p class="noot">{text.withdrawn(name)}</p>
  return (
    <>
      <p class="wiezegt">
        {text.wrote(name, dayIn(scene, comment.at))}
        {comment.changedAt && ` (${text.changed})`}
      </p>
      <p class="zegt">{comment.text}</p>
      {speaks && comment.by === scene.me && <Own {...props} />}
    </>
  )
}

/** One's own words can be changed, or taken back. */
function Own({ scene, thread, comment }: ThreadProps & { comment: Comment }) {
  const text = conversationText(scene.language)
  const hidden = { thread: thread.id, comment: comment.id }
  return (
    <Fold summary={text.change}>
      <Form action={scene.href}>
        <HiddenFields values={{ ...hidden, act: 'change' }} />
        <TextField name="text" id={`own-${comment.id}`} label={text.changeLabel} value={comment.text} />
        <div class="rij">
          <Button kind="quiet">{text.keep}</Button>
        </div>
      </Form>
      <PostButton kind="link" action={scene.href} hidden={{ ...hidden, act: 'withdraw' }}>
        {text.takeBack}
      </PostButton>
    </Fold>
  )
}

function Answer(props: ThreadProps) {
  const { scene, thread, typed, error, waits } = props
  const text = conversationText(scene.language)
  return (
    <>
      <Fold summary={text.reply} open={Boolean(waits || error)}>
        <Form action={scene.href}>
          <HiddenFields values={{ act: 'reply', thread: thread.id }} />
          <TextField
            name="text"
            id={`reply-${thread.id}`}
            label={text.replyLabel}
            value={typed ?? ''}
            error={error}
          />
          <div class="rij">
            <Button kind="quiet" icon="speech">
              {text.reply}
            </Button>
          </div>
        </Form>
      </Fold>
      <div class="rij">
        {waits && <Act {...props} act="seen" label={text.seen} />}
        <Act {...props} act="resolve" label={text.resolve} />
      </div>
    </>
  )
}

const Act = ({ scene, thread, act, label }: ThreadProps & { act: string; label: string }) => (
  <PostButton kind="link" action={scene.href} hidden={{ act, thread: thread.id }}>
    {label}
  </PostButton>
)
