import { clock } from '../kernel/day.ts'
import { Button } from '../ui/button.tsx'
import { FieldError } from '../ui/field.tsx'
import { HiddenFields, PostButton } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import { type Names, subjectLine } from './subject-view.ts'
import { type Activity, LENGTHS, type Running } from './time.ts'
import { exactly, timeText } from './time-text.ts'

export const TIME_HREF = '/time'

type RunningProps = {
  names: Names
  running: Running
  /** It began too long ago to say by itself how long it was. */
  ranTooLong: boolean
  says: string | null
}

/** What its owner is doing now: done with one tap. */
export function RunningView({ names, running, ranTooLong, says }: RunningProps) {
  const text = timeText(names.language)
  const what = subjectLine(running.subject, names)
  return (
    <div class="loopt">
      <p class="groot">{text.running(what, clock(running.startedAt, names.language))}</p>
      {ranTooLong && <p class="noot">{text.ranLong}</p>}
      <form action={TIME_HREF} method="post" class="duur" aria-label={what}>
        <HiddenFields values={{ act: 'done', started: running.startedAt }} />
        {ranTooLong
          ? LENGTHS.map((minutes) => (
              <Button kind="quiet" name="length" value={String(minutes)}>
                {text.minutes(minutes)}
              </Button>
            ))
          : null}
        {!ranTooLong && (
          <Button icon="check" name="length" value="now">
            {text.done}
          </Button>
        )}
        <Button kind="quiet" name="length" value="drop">
          {text.notAfterAll}
        </Button>
      </form>
      <FieldError id="running-error" text={says} />
      <p class="noot tussenin">{text.meanwhile}</p>
    </div>
  )
}

/** What was just written down, how it counts, and the way back. */
export function SavedView({ one, names }: { one: Activity; names: Names }) {
  const text = timeText(names.language)
  const other = one.aim === 'preventive' ? 'curative' : 'preventive'
  return (
    <div class="bewaard" id="bewaard">
      <p class="noot">
        <Icon name="check" />
        <span>
          {text.saved(subjectLine(one.subject, names), exactly(one.minutes, names.language))}{' '}
          {text.counted[one.aim ?? 'neither']}
        </span>
      </p>
      <PostButton kind="link" action={TIME_HREF} hidden={{ act: 'undo', id: one.id }}>
        {text.undo}
      </PostButton>
      <PostButton kind="link" action={TIME_HREF} hidden={{ act: 'flip', id: one.id, aim: other }}>
        {text.flip[other]}
      </PostButton>
    </div>
  )
}
