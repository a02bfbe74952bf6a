import { firstLine } from '../plan/plan-sheet.ts'
import type { Question } from '../question/question.ts'
import type { QuestionEyes } from '../question/question-sheet.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { areTogether } from './join.ts'
import { type AnswerSheet, TRAY, type TrayTried } from './tray-sheet.ts'
import { trayText } from './tray-text.ts'

type Props = { sheet: AnswerSheet; eyes: QuestionEyes; tried: TrayTried | null }

/** With which other question this one is answered together, and taking them apart again. */
export function Joined({ sheet: { lying, other }, eyes }: Props) {
  const text = trayText(eyes.language)
  if (lying.join === null || other === null) return null
  return (
    <div class="samen">
      <p>
        {text.joined(eyes.nameOf(other.asker))}
        {other.text.text}”
      </p>
      <p class="noot">
        {areTogether(lying.join) ? text.joinedBoth : text.joinedNot} {text.bothOnly}
      </p>
      <PostButton
        action={TRAY}
        hidden={{ act: 'apart', question: lying.question.id, join: lying.join.id }}
        kind="link"
      >
        {text.apart}
      </PostButton>
    </div>
  )
}

/** In characters. */
const SHORT = 80

/** Laying it together with a question that is alike. */
export function Joining({ sheet, eyes, tried }: Props) {
  const text = trayText(eyes.language)
  if (sheet.other !== null) return null
  const { question } = sheet.lying
  const { joinable } = sheet
  if (joinable === null)
    return (
      <p>
        <a href={`${TRAY}?open=${question.id}&join=yes#samen-${question.id}`}>{text.join}</a>
      </p>
    )
  const isTried = tried?.act === 'join'
  const label = (one: Question) => `${eyes.nameOf(one.asker)}: ${firstLine(one.text.text, SHORT)}`
  return (
    <Fold summary={text.join} id={`samen-${question.id}`} open>
      {joinable.length === 0 ? (
        <p class="noot">{text.joinNone}</p>
      ) : (
        <Form action={TRAY} id={`leg-samen-${question.id}`} label={text.join}>
          <HiddenFields values={{ act: 'join', question: question.id }} />
          <SelectField
            name="other"
            label={text.joinWhich}
            hint={text.joinHint}
            none="…"
            value={isTried ? tried.values['other'] : ''}
            options={joinable.map((one) => ({ value: one.id, label: label(one) }))}
            error={isTried ? tried.says : null}
          />
          <Button kind="quiet">{text.joinDo}</Button>
        </Form>
      )}
    </Fold>
  )
}
