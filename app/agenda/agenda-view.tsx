import { type MeetingItem, nameIn } from '../meeting/meeting.ts'
import { mayChangeItem } from '../meeting/meeting-may.ts'
import { hasOwnText, minutesOf } from '../meeting/meeting-plan.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { ItemForm } from './agenda-item-form-view.tsx'
import { agendaText } from './agenda-text.ts'
import { isOfNow, type MeetingSheet, prepares } from './meeting-page-scene.ts'
import { meetingText } from './meeting-text.ts'
import type { Trouble } from './meeting-trouble-view.ts'

type AgendaProps = { sheet: MeetingSheet; trouble: Trouble | null }

/** The agenda: each item with its minutes and what it is for; who prepares orders and changes it here. */
export function AgendaView({ sheet, trouble }: AgendaProps) {
  const { scene, language } = sheet
  const text = meetingText(language)
  return (
    <section class="blok" aria-labelledby="agenda-kop">
      <h2 id="agenda-kop">{text.agenda}</h2>
      {scene.items.length === 0 ? (
        <Empty sentence={prepares(sheet) ? text.agendaEmpty : text.agendaEmptyTeam} />
      ) : (
        <ol class="agendalijst">
          {scene.items.map((item, place) => (
            <Item {...{ sheet, trouble, item, place }} />
          ))}
        </ol>
      )}
      {scene.items.length > 0 && isOfNow(sheet) && <Sum sheet={sheet} />}
    </section>
  )
}

function Sum({ sheet: { scene, language } }: { sheet: MeetingSheet }) {
  const text = agendaText(language)
  const { planned, length, over } = minutesOf(scene.meeting, scene.items)
  const left = length - planned
  return (
    <p class="agendasom">
      {over > 0
        ? text.sumOver(planned, length, over)
        : `${text.sum(planned, length)} ${left > 0 ? text.sumFits(left) : text.sumExact}`}
    </p>
  )
}

type ItemProps = AgendaProps & { item: MeetingItem; place: number }

const isOpen = ({ open }: MeetingSheet, item: MeetingItem) =>
  open !== null && typeof open === 'object' && open.item === item.id

function Item(props: ItemProps) {
  const { sheet, item, place } = props
  const { scene } = sheet
  const changes = isOfNow(sheet) && item.state === 'to-come' && item.decisionId === null
  if (changes && isOpen(sheet, item)) return <ItemForm {...props} />
  return (
    <li id={`punt-${item.id}`} class={item.state === 'current' ? 'nu-aan-de-beurt' : undefined}>
      <span class="nummer" aria-hidden="true">
        {place + 1}
      </span>
      <div>
        <h3>
          <a href={`/meeting/${scene.meeting.id}/item/${item.id}`}>{item.title}</a>
        </h3>
        <p class="zacht">{aboutItem(sheet, item)}</p>
      </div>
      {changes && mayChangeItem(sheet.actor, scene.meeting, item).may && <Acts {...props} />}
    </li>
  )
}

/** '10 minuten · om te besluiten · jouw inbreng staat klaar' */
function aboutItem(sheet: MeetingSheet, item: MeetingItem) {
  const { scene, me, language, ownVoices } = sheet
  const text = meetingText(language)
  const words = agendaText(language)
  const own = scene.says.filter(
    (say) => say.item === item.id && say.person === me && say.kind === 'input',
  ).length
  const isOwn = hasOwnText(item.kind) && item.addedBy !== scene.meeting.chair
  const by = isOwn ? nameIn(scene, item.addedBy) : null
  return [
    words.minutes(item.minutes),
    words.purpose[item.purpose],
    item.carriedFrom === null ? null : words.group.carried.toLowerCase(),
    by === null ? null : text.by(by),
    item.state === 'to-come' ? null : text.state[item.state],
    own > 0 ? text.yourInput(own) : null,
    ownVoices.has(item.id) ? text.yourVoice : null,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Earlier, later, change: buttons, so that it works with a keyboard and without script. */
function Acts({ sheet, item, place }: ItemProps) {
  const { scene, language } = sheet
  const text = meetingText(language)
  const href = `/meeting/${scene.meeting.id}`
  const toCome = scene.items.filter(({ state }) => state === 'to-come')
  const move = (act: 'up' | 'down', isEnd: boolean) =>
    !isEnd && (
      <Button kind="quiet" name="act" value={act} icon={act} about={text.moveAbout(item.title)}>
        <span class="vh">{text[act]}</span>
      </Button>
    )
  return (
    <div class="puntknoppen" id={`volgorde-${item.id}`}>
      {prepares(sheet) && toCome.length > 1 && (
        <form action={href} method="post" class="eenknop" id={`verplaats-${item.id}`}>
          <HiddenFields values={{ item: item.id }} />
          {move('up', toCome[0]?.id === item.id)}
          {move('down', toCome.at(-1)?.id === item.id)}
        </form>
      )}
      <LinkButton
        href={`${href}?item=${item.id}#punt-${item.id}`}
        icon="pen"
        about={text.changeAbout(item.title)}
      >
        <span class="vh">{`${text.change} ${place + 1}`}</span>
      </LinkButton>
    </div>
  )
}
