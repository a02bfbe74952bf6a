import { dayOf, longDay } from '../kernel/day.ts'
import { Button } from '../ui/button.tsx'
import { Check, ChoiceGroup } from '../ui/choice.tsx'
import { FieldError } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { AUDIENCES, SHARE_PARTS, type Shared, type SharePart, type ToShare } from './share.ts'
import { type About, partSentence, sentencesOf } from './share-sentence-view.ts'
import { shareText } from './share-text.ts'

/** What its owner can share and shares now. */
export type ShareSheet = {
  readonly about: About
  /** Null: no whole week yet, or no plan. */
  readonly toShare: ToShare | null
  readonly shared: readonly Shared[]
  readonly hasPlan: boolean
  readonly tried: ShareTried | null
}

export type ShareTried = {
  readonly parts: readonly SharePart[]
  readonly audience: string
  readonly field: string | null
  readonly says: string
}

/** Sharing in one block: what is chosen, and beside it the sentence exactly as the team would read it. */
export function ShareBlock(sheet: ShareSheet) {
  const text = shareText(sheet.about.language)
  return (
    <section class="delen" id="delen" aria-labelledby="de-kop">
      <h2 id="de-kop">{text.title}</h2>
      {sheet.toShare ? (
        <Choosing {...sheet} toShare={sheet.toShare} />
      ) : (
        <p>{sheet.hasPlan ? text.nothingYet : text.noPlan}</p>
      )}
      <Now {...sheet} />
    </section>
  )
}

type Ready = { toShare: ToShare }

/** About what there is something to say. */
const partsIn = ({ figures }: ToShare) => SHARE_PARTS.filter((part) => figures[part] !== undefined)

function Choosing({ about, toShare, tried }: ShareSheet & Ready) {
  const text = shareText(about.language)
  const chosen = tried?.parts ?? ['balance', 'planned']
  const error = (field: string) => (tried?.field === field ? tried.says : null)
  return (
    <Form action="/time/share" labelledBy="de-kop">
      <HiddenFields values={{ act: 'share', read: toShare.print }} />
      <fieldset id="f-part" aria-describedby={error('part') ? 'part-error' : undefined}>
        <legend>{text.what}</legend>
        {partsIn(toShare).map((part) => (
          <Check
            name="part"
            value={part}
            id={`deel-${part}`}
            label={text.part[part]}
            checked={chosen.includes(part)}
          />
        ))}
        <FieldError id="part-error" text={error('part')} />
      </fieldset>
      <Preview about={about} toShare={toShare} />
      <ChoiceGroup
        name="audience"
        legend={text.whom}
        chosen={[tried?.audience ?? 'team']}
        error={error('audience')}
        choices={AUDIENCES.map((value) => ({ value, ...text.audience[value] }))}
      />
      <Button>{text.share}</Button>
    </Form>
  )
}

const SENTENCE: Readonly<Record<SharePart, string>> = {
  balance: 'zin-balance',
  planned: 'zin-planned',
  domains: 'zin-domains',
}

/** Read before it is shared: every part stands here; what is not ticked is left out where the browser can see it. */
function Preview({ about, toShare }: { about: About } & Ready) {
  const text = shareText(about.language)
  return (
    <div class="voorproef">
      <p class="noot">{text.preview}</p>
      <blockquote>
        {partsIn(toShare).map((part) => (
          <span class={SENTENCE[part]}>{partSentence(toShare.figures, part, about)} </span>
        ))}
      </blockquote>
      <p class="noot">{periodOf(toShare, about)}</p>
      <p class="noot">{text.previewNote}</p>
    </div>
  )
}

const periodOf = ({ from, until }: Pick<Shared, 'from' | 'until'>, { language }: About) =>
  shareText(language).period(longDay(from, language), longDay(until, language))

/** What is shared now, with the way back. */
function Now({ shared, about }: ShareSheet) {
  const text = shareText(about.language)
  if (shared.length === 0) return null
  return (
    <div class="voorproef" id="nu-gedeeld">
      <h3>{text.nowShared}</h3>
      {shared.map((one) => (
        <SharedOne one={one} about={about} mine />
      ))}
    </div>
  )
}

type OneProps = { one: Shared; about: About; mine: boolean }

function SharedOne({ one, about, mine }: OneProps) {
  const text = shareText(about.language)
  const day = longDay(dayOf(new Date(one.sharedAt)), about.language)
  const said = sentencesOf(one.figures, { ...about, aim: one.aim }).join(' ')
  return (
    <article id={`s-${one.id}`}>
      <blockquote>{said}</blockquote>
      <p class="noot">
        {periodOf(one, about)} {text.by(about.name, day)}
        {mine && one.audience === 'look-back' && ` ${text.onlyLater}`}
      </p>
      {mine && (
        <PostButton kind="link" action="/time/share" hidden={{ act: 'withdraw', share: one.id }} about={said}>
          {text.withdraw}
        </PostButton>
      )}
    </article>
  )
}

/** One thing that was shared, with whose time it is. */
export type SharedLine = { readonly one: Shared; readonly about: About; readonly mine: boolean }

/** What the team reads: the sentences, the newest first. */
export function SharedList({ lines, none }: { lines: readonly SharedLine[]; none: string }) {
  if (lines.length === 0) return <Empty sentence={none} />
  return (
    <div class="voorproef">
      {lines.map((line) => (
        <SharedOne {...line} />
      ))}
    </div>
  )
}
