import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { clock } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { drawingFor } from '../plan/plan-desk.tsx'
import type { Refused, Typed } from '../round/voice-view.tsx'
import { typedText } from '../round/voice-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { KeptTexts } from '../writing/passage-view.tsx'
import { writingText } from '../writing/writing-text.ts'
import { nextNumber } from './adoption.ts'
import type { AmendmentNo } from './adoption-no.ts'
import { votersOf } from './adoption-store.ts'
import { isOfTeam } from './amendment.ts'
import { actIn, DONE } from './amendment-act-desk.ts'
import {
  type AtAmendment,
  amendmentAt,
  amendmentSentence,
  amendmentStatus,
  takeAmendment,
} from './amendment-desk.ts'
import { amendmentTitle } from './amendment-item-view.ts'
import {
  mayDecline,
  mayLeadAmendment,
  mayPutAmendment,
  mayWithdrawAmendment,
  mayWriteAmendment,
} from './amendment-may.ts'
import { amendmentSays } from './amendment-say-text.ts'
import type { AmendmentTried } from './amendment-scene.ts'
import { TeamBlock } from './amendment-team-view.tsx'
import { amendmentText } from './amendment-text.ts'
import { AmendmentEnd, AmendmentHead, AmendmentHindered, AmendmentText } from './amendment-view.tsx'
import { AmendmentForm } from './amendment-write-view.tsx'
import { StopBlock, YesBlock } from './amendment-yes-view.tsx'
import { firstQuorum, formOf, inAWeek, refusedIn } from './decision-desk.ts'
import { heldIn, tellRoom } from './held-desk.ts'
import { HeldLine } from './held-view.tsx'
import { readVersions } from './seal-store.ts'

/** /plan/:plan/amendment/:amendment: one amendment, to read, to write (`?write=yes`), and on its way to be agreed. */
export const amendmentPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await amendmentAt(c)
    const writes = c.req.query('write') === 'yes' && mayWriteHere(at)
    return writes ? writing(c, at, null) : reading(c, at)
  },

  post: async (c: Context<OnDesk>) => {
    const at = await amendmentAt(c)
    const form = await c.req.formData()
    if (form.get('act') === 'save') return save(c, at, form)
    const typed = await formOf(c)
    const result = await actIn(at, typed)
    if (result === null) throw new HTTPException(404)
    if (!isRefusal(result)) {
      if (at.scene.decision) await tellRoom(at.desk, at.reader.actor, at.scene.decision)
      return c.redirect(`${at.action}?done=${result}`, 303)
    }
    return reading(c, await amendmentAt(c), { no: result, typed })
  },
}

const mayWriteHere = ({ reader, scene }: AtAmendment) =>
  mayWriteAmendment(reader.actor, scene).may && scene.amendment.kind !== 'remove'

async function save(c: Context<OnDesk>, at: AtAmendment, form: FormData) {
  const tried = await takeAmendment(at, form)
  if ((c.req.header('accept') ?? '').startsWith('application/json')) return savedAnswer(c, at, tried)
  if (tried === null) return c.redirect(`${at.action}?done=saved`, 303)
  return writing(c, await amendmentAt(c), tried)
}

/** For the script that saves choices as they are made. */
function savedAnswer(c: Context<OnDesk>, { desk, reader }: AtAmendment, tried: AmendmentTried | null) {
  const text = writingText(reader.language)
  if (tried === null) return c.json({ says: text.savedAt(clock(desk.now, reader.language)) })
  const no = tried.nos[0]?.no
  return c.json({ says: no ? amendmentSentence(no, reader) : text.sorry }, no ? amendmentStatus(no) : 422)
}

const nameIn =
  ({ scene, reader }: AtAmendment) =>
  (id: string) =>
    scene.roster.people.find((person) => person.id === id)?.name ?? amendmentText(reader.language).someone

function titleOf({ scene, reader, plan }: AtAmendment) {
  const { roster, amendment } = scene
  return `${amendmentTitle(plan, amendment, roster, reader)} · ${yearTitle(plan.schoolYear)}`
}

async function writing(c: Context<OnDesk>, at: AtAmendment, tried: AmendmentTried | null) {
  const { desk, reader, scene, action, href } = at
  const [no] = tried?.nos ?? []
  const told = c.req.query('done') === 'begun' ? amendmentSays(reader.language).done.begun : null
  const d = await drawingFor(at)
  return c.html(
    <Page shell={shellFrom(desk, told ? { kind: 'good', text: told } : null)} title={titleOf(at)} here="plan">
      <AmendmentHead {...{ scene, reader, href, action }} nameOf={nameIn(at)} />
      <AmendmentForm
        {...{ scene, d, action, tried }}
        sentence={(wrong) => amendmentSentence(wrong, reader)}
      />
      <KeptTexts personId={reader.actor.personId} language={reader.language} />
    </Page>,
    tried === null ? 200 : no ? amendmentStatus(no.no) : 422,
  )
}

type Tried = { readonly no: AmendmentNo; readonly typed: Typed }

async function reading(c: Context<OnDesk>, at: AtAmendment, tried: Tried | null = null) {
  const { desk, reader, scene, action, href } = at
  const { done } = amendmentSays(reader.language)
  const told = DONE.find((one) => one === c.req.query('done'))
  const notice = tried
    ? ({ kind: 'refusal', text: amendmentSentence(tried.no, reader) } as const)
    : told
      ? ({ kind: 'good', text: done[told] } as const)
      : null
  const shown = { scene, reader, href, action, nameOf: nameIn(at), mayWrite: mayWriteHere(at) }
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={titleOf(at)} here="plan">
      <AmendmentHead {...shown} />
      <HeldLine held={await heldIn(desk, reader.actor, scene.decision)} language={reader.language} />
      <AmendmentEnd {...shown} />
      <AmendmentHindered {...shown} />
      <div class="twee">
        <div class="kolom">
          <AmendmentText {...shown} />
        </div>
        <div class="kolom">{await wayOn(at, tried)}</div>
      </div>
    </Page>,
    tried ? amendmentStatus(tried.no) : 200,
  )
}

/** What happens with it: two sides agree, or the team decides; and the ways to stop. */
async function wayOn(at: AtAmendment, tried: Tried | null) {
  const { desk, reader, scene, action, plan } = at
  const { actor, language } = reader
  const wrong = tried && wrongIn(at, tried)
  const refused: Refused | null =
    tried && refusedIn(tried.no as Parameters<typeof refusedIn>[0], tried.typed, language)
  const people = votersOf(scene.roster)
  const shown = { scene, reader, action, nameOf: nameIn(at) }
  const may = { put: mayPutAmendment(actor, scene).may, lead: mayLeadAmendment(actor, scene).may }
  return (
    <>
      {isOfTeam(scene.amendment) ? (
        <TeamBlock
          {...{ ...shown, people, refused, may }}
          quorum={firstQuorum(people.length)}
          closesAt={inAWeek(desk.now)}
          nextVersion={nextNumber(await readVersions(desk.db, actor, plan.id))}
        />
      ) : (
        <YesBlock {...{ ...shown, wrong }} />
      )}
      <StopBlock
        {...{ reader, action, wrong }}
        mayDecline={mayDecline(actor, scene).may}
        mayRetract={mayWithdrawAmendment(actor, scene).may}
      />
    </>
  )
}

/** The words of a small form that could not be taken, with the sentence beside them. */
function wrongIn({ reader }: AtAmendment, { no, typed }: Tried) {
  const act = typedText(typed, 'act') ?? ''
  const words = typedText(typed, act === 'ask' ? 'standIn' : 'words') ?? ''
  return { act, words, says: amendmentSentence(no, reader) }
}
