import type { Answer } from '../round/round.ts'
import { ruleSentence } from '../round/round-rule-text.ts'
import { atTime, roundText } from '../round/round-text.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { HiddenFields, PostButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { type BeforeProps, hrefOf, isToCome } from './before-scene.ts'
import { beforeText } from './before-text.ts'
import { oneOf } from './meetings-form.ts'

/** For who can't come; where the team chose otherwise, what there is instead. */
export function VoiceBeforehand(props: BeforeProps) {
  const { scene, noVoice, voice, isAbsent, trouble, language } = props
  const text = beforeText(language)
  const { absentDays } = scene.meeting.deciding
  if (!isToCome(props)) return null
  if (noVoice === 'afterwards-instead' && absentDays !== null)
    return <p class="noot mt">{text.afterwards(absentDays)}</p>
  if (noVoice === 'unnamed') return <p class="noot mt">{text.unnamed}</p>
  if (noVoice !== null) return null
  return (
    <section class="blok stapel" aria-labelledby="stem-kop" id="stem">
      <h2 id="stem-kop">{text.voiceTitle}</h2>
      <Given {...props} />
      <Fold
        summary={voice === null ? text.voice : text.voiceChange}
        open={isAbsent || trouble?.form === 'voice'}
      >
        <VoiceForm {...props} />
      </Fold>
    </section>
  )
}

function Given(props: BeforeProps) {
  const { voice, sheet, scene, language } = props
  const text = beforeText(language)
  if (voice === null) return null
  const { rule } = scene.meeting.deciding
  const said = rule.kind === 'consent' ? roundText(language).said : roundText(language).voted
  const reason = reasonOf(voice.answer)
  return (
    <>
      {voice.textPrint === sheet.print ? (
        <p>
          <b>{said[voice.answer.kind]}.</b> {text.voiceGiven(atTime(voice.givenAt, language))}
        </p>
      ) : (
        <Notice title={text.voiceMoved} />
      )}
      {reason !== null && <p class="gezegde">{reason}</p>}
      <PostButton action={hrefOf(props)} hidden={{ act: 'voice-back' }} kind="link">
        {text.voiceBack}
      </PostButton>
    </>
  )
}

const reasonOf = (answer: Answer) =>
  answer.kind === 'consent' ? null : answer.kind === 'concern' ? answer.text : answer.reason

function VoiceForm(props: BeforeProps) {
  const { scene, sheet, voice, trouble: met, language } = props
  const text = beforeText(language)
  const words = roundText(language)
  const trouble = met?.form === 'voice' ? met : null
  const { rule, quorum, voters } = scene.meeting.deciding
  const chosen = trouble ? oneOf(trouble.typed, 'answer') : voice?.answer.kind
  const choice = (kind: Answer['kind'], icon: 'consent' | 'concern' | 'objection') => ({
    value: kind,
    title: words.choice[kind][rule.kind],
    note: words.choiceNote[kind],
    icon,
    more: kind === 'consent' ? undefined : <Reason {...props} kind={kind} />,
  })
  return (
    <form action={hrefOf(props)} method="post" class="formulier" novalidate>
      <HiddenFields values={{ act: 'voice', read: sheet.print ?? '' }} />
      <p>{text.voiceSay}</p>
      <p class="noot">{ruleSentence({ rule, quorum, voters: voters.length }, language)}</p>
      <ChoiceGroup
        legend={text.voiceTitle}
        hiddenLegend
        name="answer"
        chosen={chosen ? [chosen] : []}
        choices={[
          choice('consent', 'consent'),
          choice('concern', 'concern'),
          choice('objection', 'objection'),
        ]}
        error={
          trouble && trouble.field !== 'objection' && trouble.field !== 'concern' ? trouble.sentence : null
        }
      />
      <Button>{voice === null ? text.voiceGive : text.voiceChange}</Button>
      <p class="noot">{text.voiceNamed}</p>
    </form>
  )
}

function Reason({ kind, voice, trouble, language }: BeforeProps & { kind: 'concern' | 'objection' }) {
  const words = roundText(language)
  const mine = voice?.answer.kind === kind ? reasonOf(voice.answer) : null
  return (
    <TextField
      name={kind}
      label={kind === 'objection' ? words.objectionLabel : words.concernLabel}
      hint={kind === 'objection' ? words.objectionHint : undefined}
      value={trouble?.form === 'voice' ? oneOf(trouble.typed, kind) : (mine ?? '')}
      error={trouble?.form === 'voice' && trouble.field === kind ? trouble.sentence : null}
    />
  )
}
