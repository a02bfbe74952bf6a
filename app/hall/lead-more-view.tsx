import { itemOf, type MeetingItem, type Stage } from '../meeting/meeting.ts'
import { type Leaving, stageBefore } from '../meeting/run.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { HiddenFields } from '../ui/form.tsx'
import type { Leading } from './board.ts'
import { heldRound, isAllDone, jumpsAt, mayTypeAt, usualLeaving } from './lead.ts'
import { Act, Panel, placeOf } from './lead-act-view.tsx'
import { leadText } from './lead-text.ts'

/** Less used: another way to leave the item, the item before, a break, another item, the end. */
export function MoreActs({ at }: { at: Leading }) {
  const text = leadText(at.words.language)
  const { phase } = at.scene.meeting
  if (phase !== 'running' || heldRound(at.sheet)) return null
  return (
    <Panel id={`leid-meer-${at.mark.item ?? 'tussen'}`} label={text.more}>
      {at.item !== null && <ThisItem at={at} item={at.item} />}
      <GoTo at={at} />
      {!isAllDone(at) && <CloseMeeting at={at} />}
    </Panel>
  )
}

function ThisItem({ at, item }: { at: Leading; item: MeetingItem }) {
  const text = leadText(at.words.language)
  return (
    <section>
      <h2>{text.thisItem}</h2>
      <div class="rij">
        {item.stage !== null && <StageBack at={at} stage={stageBefore(item)} />}
        {mayTypeAt(item, at.sheet) && (
          <LinkButton href={`${at.href}/text/${item.id}${at.from === 'desk' ? '?from=desk' : ''}`} icon="pen">
            {text.changeText}
          </LinkButton>
        )}
        <OtherStages at={at} item={item} />
        <OtherLeavings at={at} item={item} />
        <Act at={at} act="rest" kind="quiet">
          {text.rest}
        </Act>
      </div>
    </section>
  )
}

function StageBack({ at, stage }: { at: Leading; stage: Stage | null }) {
  const text = leadText(at.words.language)
  return (
    <Act at={at} act="stage" fields={{ to: stage ?? '' }} kind="quiet" data-terug="ja">
      {stage === null ? text.introduce : text.toStage[stage]}
    </Act>
  )
}

/** Rounds for who asks for them, where none are held as a rule. */
function OtherStages({ at, item }: { at: Leading; item: MeetingItem }) {
  const text = leadText(at.words.language)
  const jumps = jumpsAt(item, at.sheet).filter((stage) => stage !== 'consent' || item.kind === 'minutes')
  return (
    <>
      {jumps.map((stage) => (
        <Act at={at} act="stage" fields={{ to: stage }} kind="quiet">
          {text.toStage[stage]}
        </Act>
      ))}
    </>
  )
}

/** What does not stand under the board itself. */
function OtherLeavings({ at, item }: { at: Leading; item: MeetingItem }) {
  const text = leadText(at.words.language)
  const usually = usualLeaving(item, at.sheet)
  const labels = { done: text.done, carried: text.carry, passed: text.pass } as const
  return (
    <>
      {(['done', 'carried', 'passed'] as const).map(
        (leave) =>
          leave !== usually && (
            <Act at={at} act="next" fields={{ leave }} kind="quiet">
              {labels[leave]}
            </Act>
          ),
      )}
      {at.scene.items[0] !== item && (
        <Act at={at} act="back" kind="quiet">
          {text.back}
        </Act>
      )}
    </>
  )
}

function GoTo({ at }: { at: Leading }) {
  const text = leadText(at.words.language)
  const others = at.scene.items.filter((item) => item !== at.item)
  if (others.length === 0) return null
  return (
    <form action={`${at.href}/act`} method="post" class="rij" id="leid-ga">
      <HiddenFields values={{ act: 'go', ...placeOf(at) }} />
      <label class="kopje" for="leid-ga-punt">
        {text.goTo}
      </label>
      <select name="item" id="leid-ga-punt">
        {others.map((item) => (
          <option value={item.id}>{text.goToItem(at.scene.items.indexOf(item) + 1, item.title)}</option>
        ))}
      </select>
      <Button kind="quiet">{text.go}</Button>
    </form>
  )
}

/** The end asks what is still open: by itself it moves on to a next time. */
export function CloseMeeting({ at }: { at: Leading }) {
  const text = leadText(at.words.language)
  const open = at.scene.items.filter(({ state }) => state === 'to-come' || state === 'current')
  return (
    <form action={`${at.href}/act`} method="post" class="afronden" id="leid-afronden">
      <HiddenFields values={{ act: 'close', ...placeOf(at) }} />
      <h2>{text.close}</h2>
      <p>{open.length === 0 ? text.closeNothing : text.closeAsk}</p>
      {open.map((item) => (
        <label for={`leid-open-${item.id}`}>
          <span>{item.title}</span>
          <select name={`left.${item.id}`} id={`leid-open-${item.id}`}>
            {(['carried', 'done', 'passed'] as const).map((leave) => (
              <option value={leave} selected={leave === usual(at, item.id) ? true : undefined}>
                {text.leave[leave]}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button kind="quiet">{text.closeSure}</Button>
    </form>
  )
}

/** The item under way as it is left as a rule; what had no turn moves on. */
function usual(at: Leading, id: string): Leaving {
  const item = itemOf(at.scene, id)
  return item === at.item && item !== null ? usualLeaving(item, at.sheet) : 'carried'
}
