import { Button, LinkButton } from '../ui/button.tsx'
import { Field, SelectField, TextField } from '../ui/field.tsx'
import { Actions, HiddenFields } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { agendaText } from './agenda-text.ts'
import { type MeetingItem, nameIn, PURPOSES } from './meeting.ts'
import { mayChangeItem } from './meeting-may.ts'
import { isOfNow, type MeetingSheet, prepares } from './meeting-page-scene.ts'
import { hasOwnText, LONGEST, MOST_MINUTES, minutesOf } from './meeting-plan.ts'
import { meetingText } from './meeting-text.ts'
import { besideOf, type Trouble, typedIn } from './meeting-trouble-view.ts'

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
      <div class="punttekst">
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

/** An item in place: its words, minutes, what it is for, its place; or off the agenda. */
function ItemForm({ sheet, trouble: any, item, place }: ItemProps) {
  const { scene, language } = sheet
  const text = meetingText(language)
  const trouble = any?.form === item.id ? any : null
  const href = `/meeting/${scene.meeting.id}`
  return (
    <li id={`punt-${item.id}`} class="bewerkt">
      <form action={href} method="post" class="formulier" novalidate aria-label={item.title}>
        <HiddenFields values={{ item: item.id }} />
        {hasOwnText(item.kind) ? (
          <Field
            name="title"
            id={`titel-${item.id}`}
            label={text.itemTitle}
            value={typedIn(trouble, 'title') ?? item.title}
            error={besideOf(trouble, 'title', language)}
            maxlength={LONGEST.itemTitle}
          />
        ) : (
          <h3 tabindex={-1}>{item.title}</h3>
        )}
        <TextField
          name="text"
          id={`tekst-${item.id}`}
          label={item.kind === 'proposal' ? text.proposalText : text.itemText}
          hint={text.itemTextHint}
          optional={item.kind === 'proposal' ? undefined : language}
          value={typedIn(trouble, 'text') ?? item.text}
          error={besideOf(trouble, 'text', language)}
        />
        <PurposeAndMinutes {...{ item, trouble, language }} of={item.id} />
        {prepares(sheet) && (
          <SelectField
            name="place"
            id={`plaats-${item.id}`}
            narrow
            label={text.place}
            value={String(place + 1)}
            options={scene.items.map((_one, at) => ({ value: String(at + 1), label: String(at + 1) }))}
          />
        )}
        <Actions>
          <Button name="act" value="item">
            {text.save}
          </Button>
          <Button kind="quiet" name="act" value="remove">
            {text.remove}
          </Button>
          <LinkButton href={`${href}#punt-${item.id}`}>{text.stop}</LinkButton>
        </Actions>
      </form>
    </li>
  )
}

type FieldsProps = {
  item: Pick<MeetingItem, 'purpose' | 'minutes'>
  trouble: Trouble | null
  language: MeetingSheet['language']
  /** tells the ids of several such fields on one page apart */
  of: string
}

export function PurposeAndMinutes({ item, trouble, language, of }: FieldsProps) {
  const text = meetingText(language)
  const words = agendaText(language)
  return (
    <div class="veldrij agendatijd">
      <SelectField
        name="purpose"
        id={`doel-${of}`}
        narrow
        label={text.purpose}
        value={typedIn(trouble, 'purpose') ?? item.purpose}
        options={PURPOSES.map((value) => ({ value, label: words.purpose[value] }))}
        error={besideOf(trouble, 'purpose', language)}
      />
      <Field
        name="minutes"
        id={`minuten-${of}`}
        type="number"
        inputmode="numeric"
        min={1}
        max={MOST_MINUTES}
        narrow
        label={text.minutesField}
        value={typedIn(trouble, 'minutes') ?? item.minutes}
        error={besideOf(trouble, 'minutes', language)}
      />
    </div>
  )
}
