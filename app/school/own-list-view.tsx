import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { type ListItem, LONGEST_ITEM, stillOffered } from './own-list.ts'
import { itemName, type ListWords, ownListText } from './own-list-text.ts'

export type ListSheet = {
  readonly items: readonly ListItem<string>[]
  readonly said: ListWords
  /** Where its forms go. */
  readonly action: string
  readonly language: Language
  readonly mayOffer: boolean
  /** A name that was sent and not taken, with why. */
  readonly tried: { readonly name: string; readonly says: string } | null
}

/** A list of the school: its own, those built in, and those put away. */
export function OwnListView(sheet: ListSheet) {
  const text = ownListText(sheet.language)
  const there = stillOffered(sheet.items)
  const away = sheet.items.filter(({ isRetired }) => isRetired)
  const [own, builtIn] = [there.filter(isOwn), there.filter((item) => !isOwn(item))]
  return (
    <>
      <List sheet={sheet} id="eigen" title={text.own} items={own} empty={text.noOwn} />
      <Adding {...sheet} />
      <List sheet={sheet} id="ingebouwd" title={text.builtIn} items={builtIn} />
      {away.length > 0 && <List sheet={sheet} id="weg" title={text.away} items={away} note={text.awayNote} />}
      {!sheet.mayOffer && <p class="noot">{text.onlyManagers}</p>}
    </>
  )
}

const isOwn = ({ name }: ListItem<string>) => name !== null

type ListProps = {
  sheet: ListSheet
  id: string
  title: string
  items: readonly ListItem<string>[]
  empty?: string
  note?: string
}

function List({ sheet, id, title, items, empty, note }: ListProps) {
  return (
    <section class="blok" aria-labelledby={`k-${id}`}>
      <h2 id={`k-${id}`}>{title}</h2>
      {note && <p class="noot">{note}</p>}
      {items.length === 0 ? (
        <p class="noot">{empty}</p>
      ) : (
        <ul class="werkvormen">
          {items.map((item) => (
            <Line item={item} sheet={sheet} />
          ))}
        </ul>
      )}
    </section>
  )
}

type LineProps = { item: ListItem<string>; sheet: ListSheet }

function Line({ item, sheet: { language, said, action, mayOffer } }: LineProps) {
  const text = ownListText(language)
  const name = itemName(item, said)
  return (
    <li>
      <span class="werkvorm">{name}</span>
      {mayOffer && (
        <PostButton
          action={action}
          hidden={{ act: item.isRetired ? 'back' : 'away', item: item.key }}
          kind="link"
          about={name}
        >
          {item.isRetired ? text.putBack : text.putAway}
        </PostButton>
      )}
    </li>
  )
}

function Adding({ language, said, action, tried }: ListSheet) {
  const text = ownListText(language)
  return (
    <section class="blok" aria-labelledby="k-erbij">
      <h2 id="k-erbij">{said.add}</h2>
      <Form action={action} labelledBy="k-erbij">
        <HiddenFields values={{ act: 'add' }} />
        <Field
          name="name"
          label={text.name}
          hint={said.nameHint}
          maxlength={LONGEST_ITEM}
          value={tried?.name}
          error={tried?.says}
        />
        <Button icon="plus">{text.save}</Button>
      </Form>
    </section>
  )
}
