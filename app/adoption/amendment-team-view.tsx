import type { PersonId } from '../kernel/id.ts'
import { ChairActs, TakeBack } from '../round/chair-view.tsx'
import { FrameFields } from '../round/frame-view.tsx'
import { RoundRecord } from '../round/record-view.tsx'
import type { NameOf } from '../round/round-view.tsx'
import { StandingBlock, TextChange, WayOfText } from '../round/round-view.tsx'
import { type Refused, typedText, VoiceForm } from '../round/voice-view.tsx'
import type { Reader } from '../session/actor.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Form, PostButton } from '../ui/form.tsx'
import { isAmended } from './amendment.ts'
import type { SeenAmendment } from './amendment-scene.ts'
import { amendmentText } from './amendment-text.ts'

export type TeamProps = {
  scene: SeenAmendment
  reader: Reader
  nameOf: NameOf
  action: string
  may: { readonly put: boolean; readonly lead: boolean }
  people: readonly { readonly id: PersonId; readonly name: string }[]
  refused: Refused | null
  quorum: number
  closesAt: string
  /** The number that the next version would have. */
  nextVersion: string
}

/** The team's way with an amendment: put forward, voices, the record, sealing. */
export function TeamBlock(props: TeamProps) {
  const { scene, reader, nameOf, action, refused, may } = props
  const { language } = reader
  const { decision } = scene
  if (decision === null) return <PutBlock {...props} />
  return (
    <>
      <TextChange {...{ decision, nameOf, language }} />
      <StandingBlock {...{ decision, language }} />
      {scene.amendment.ended === null && (
        <>
          <Seal {...props} />
          <VoiceForm {...{ decision, action, refused, language }} name={reader.actor.name} />
          <TakeBack {...{ decision, action, language }} person={reader.actor.personId} />
          {may.lead && (
            <ChairActs
              {...{ decision, action, language, refused }}
              closesAt={props.closesAt}
              newText={<p>{amendmentText(language).renewSay}</p>}
            />
          )}
        </>
      )}
      <RoundRecord {...{ decision, nameOf, language }} />
      <WayOfText {...{ decision, language }} />
    </>
  )
}

/** The form with which the coordinator puts it to the team; for everyone else who does. */
function PutBlock(props: TeamProps) {
  const { scene, reader, people, action, refused, quorum, closesAt, may } = props
  const { language } = reader
  const text = amendmentText(language)
  if (scene.amendment.ended !== null || !isAmended(scene.amendment) || scene.isOvertaken) return null
  if (!may.put) return <p class="noot mt">{text.waitsForPut(reader.terms)}</p>
  return (
    <Fold summary={text.putTitle} open={typedText(refused?.typed, 'act') === 'put'} id="leg-voor">
      <p>{text.putSay}</p>
      <Form action={action} label={text.putTitle}>
        <input type="hidden" name="act" value="put" />
        <FrameFields chair={reader.actor.personId} {...{ people, quorum, closesAt, refused, language }} />
        <Button>{text.put}</Button>
      </Form>
    </Fold>
  )
}

function Seal({ scene, reader, action, may, nextVersion }: TeamProps) {
  const text = amendmentText(reader.language)
  if (scene.decision?.standing.now.is !== 'stands' || scene.isOvertaken) return null
  return (
    <section class="blok stapel" aria-labelledby="as-kop">
      <h2 id="as-kop">{text.sealTitle}</h2>
      <p>{text.sealSay}</p>
      {may.lead ? (
        <PostButton action={action} hidden={{ act: 'seal' }}>
          {text.seal(nextVersion)}
        </PostButton>
      ) : (
        <p class="noot">{text.sealedBy(reader.terms)}</p>
      )}
    </section>
  )
}
