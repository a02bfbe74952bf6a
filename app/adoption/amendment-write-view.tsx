import { type Entry, UNSAID } from '../plan/entry.ts'
import { entryEditText } from '../plan/entry-edit-text.ts'
import { Moments, TiesField } from '../plan/entry-ties-view.tsx'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { PassageField, WritingPieces, writingSays } from '../writing/passage-view.tsx'
import { writingText } from '../writing/writing-text.ts'
import type { AmendmentNo } from './adoption-no.ts'
import { fieldsOf, isOfTeam, tiesOfGoal } from './amendment.ts'
import { amendmentLabel } from './amendment-item-view.ts'
import type { AmendmentTried, SeenAmendment } from './amendment-scene.ts'
import { amendmentText } from './amendment-text.ts'

type WriteProps = {
  scene: SeenAmendment
  d: Drawing
  action: string
  tried: AmendmentTried | null
  sentence: (no: AmendmentNo) => string
}

/** The new text to write. Without script it saves as a whole, with script while one writes. */
export function AmendmentForm(props: WriteProps) {
  const { scene, d, action, tried } = props
  const text = amendmentText(d.language)
  return (
    <form
      action={action}
      method="post"
      class="formulier"
      novalidate
      aria-labelledby="aw-kop"
      data-person={d.actor.personId}
      {...writingSays(d.language)}
    >
      <input type="hidden" name="act" value="save" />
      <h2 id="aw-kop">{text.writeTitle}</h2>
      <span class="status" data-status />
      <noscript>
        <p class="noot">{text.noScript}</p>
      </noscript>
      {tried && <Wrong {...props} tried={tried} />}
      {fieldsOf(scene.amendment.about).map((field) => (
        <TextRow {...props} field={field} />
      ))}
      {isOfTeam(scene.amendment) && scene.amendment.about !== 'principle' && <Ties scene={scene} d={d} />}
      <div class="rij">
        <Button icon="check">{text.save}</Button>
        <a class="knop stil" href={action} data-close>
          {entryEditText(d.language).back}
        </a>
      </div>
      <WritingPieces language={d.language} />
    </form>
  )
}

function Wrong({ d, tried, sentence }: WriteProps & { tried: AmendmentTried }) {
  const general = tried.nos.filter(({ field }) => field === null)
  return (
    <Notice kind="refusal" title={amendmentText(d.language).notSaved}>
      {general.map(({ no }) => (
        <p>{sentence(no)}</p>
      ))}
    </Notice>
  )
}

function TextRow({ scene, d, action, tried, sentence, field }: WriteProps & { field: string }) {
  const { amendment } = scene
  const clash = tried?.clashes[field]
  const by = clash?.changedBy ? d.lookup.people.get(clash.changedBy)?.name : undefined
  const no = tried?.nos.find((one) => one.field === field)?.no
  return (
    <PassageField
      ownerId={amendment.id}
      field={field}
      saveTo={`${action}/text/${field}`}
      label={amendmentLabel(scene, field, d)}
      passage={amendment.texts[field] ?? null}
      language={d.language}
      typed={tried?.texts[field]}
      clash={clash ? { passage: clash, by: by ?? writingText(d.language).someone } : null}
      error={no ? sentence(no) : null}
    />
  )
}

/** Vision lines and days of a goal, drawn as in the plan over the goal as it would be. */
function Ties({ scene, d }: { scene: SeenAmendment; d: Drawing }) {
  const entry = goalToBe(scene)
  const open = { id: entry.id, at: null, tried: null }
  return (
    <>
      <TiesField {...{ entry, d, open }} />
      <Moments {...{ entry, d, open }} />
    </>
  )
}

function goalToBe({ amendment, entry }: SeenAmendment): Entry {
  const ties = amendment.ties ?? tiesOfGoal(entry)
  return {
    ...(entry ?? NO_GOAL),
    id: amendment.id as string as Entry['id'],
    visionLineIds: ties.visionLineIds,
    moments: ties.moments.map((moment, place) => ({
      ...moment,
      id: `${place}` as Entry['moments'][number]['id'],
    })),
  }
}

const NO_GOAL: Omit<Entry, 'id'> = {
  kind: 'team-goal',
  position: 0,
  ...UNSAID,
  agreedAt: null,
  carriedFrom: null,
  revision: 0,
  isSealed: false,
}
