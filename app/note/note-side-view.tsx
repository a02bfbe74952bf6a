import { clock, dayOf, longDay } from '../kernel/day.ts'
import type { RosterPerson } from '../plan/roster.ts'
import { deviceWords } from '../session/account-view.tsx'
import { Fold } from '../ui/details.tsx'
import { PostButton } from '../ui/form.tsx'
import { candidatesFor, isLetIn, type Opening } from './note.ts'
import { mayBeLetIn } from './note-may.ts'
import { type NoteSheet, nameIn } from './note-sheet.ts'
import { noteText } from './note-text.ts'

/** What the teacher alone sees beside the notes: whom to let in, and who opened them. */
export function KeepersPart({ sheet }: { sheet: NoteSheet }) {
  const text = noteText(sheet.language)
  const people = candidatesFor(sheet.entry, sheet.people)
  return (
    <>
      <section class="blok stapel">
        <h2>{text.letInTitle}</h2>
        <p class="noot">{people.length === 0 ? text.letInNobody : text.letInWhy}</p>
        {people.map((person) => (
          <LetIn sheet={sheet} person={person} />
        ))}
      </section>
      <section class="blok stapel">
        <h2>{text.openingsTitle}</h2>
        <p class="noot">{text.openingsWhy}</p>
        <Openings sheet={sheet} />
      </section>
    </>
  )
}

function LetIn({ sheet, person }: { sheet: NoteSheet; person: RosterPerson }) {
  const text = noteText(sheet.language)
  if (!mayBeLetIn(person.roles).may) return <p>{text.principal(person.name)}</p>
  const isIn = isLetIn(sheet.entry, sheet.readers, person.id)
  const hidden = { act: isIn ? 'shut-out' : 'let-in', person: person.id }
  return (
    <div class="stapel">
      {isIn && <p>{text.isIn(person.name)}</p>}
      {person.roles.includes('administrator') && <p class="noot">{text.isAdministrator(person.name)}</p>}
      <PostButton kind="quiet" action={sheet.action} hidden={hidden}>
        {isIn ? text.shutOut(person.name) : text.letIn(person.name)}
      </PostButton>
    </div>
  )
}

const SHOWN = 5

function Openings({ sheet }: { sheet: NoteSheet }) {
  const text = noteText(sheet.language)
  const [first, more] = [sheet.openings.slice(0, SHOWN), sheet.openings.slice(SHOWN)]
  return (
    <>
      <ul class="zinnen">{first.map((one) => openingItem(sheet, one))}</ul>
      {more.length > 0 && (
        <Fold summary={`+ ${more.length}`}>
          <ul class="zinnen">{more.map((one) => openingItem(sheet, one))}</ul>
        </Fold>
      )}
      <p class="noot">{text.openingsMore}</p>
    </>
  )
}

function openingItem({ actor, people, language }: NoteSheet, { personId, openedAt, device }: Opening) {
  const text = noteText(language)
  const name = personId === actor.personId ? text.you : (nameIn(people, personId) ?? text.somebody)
  const when = text.when(longDay(dayOf(new Date(openedAt)), language), clock(openedAt, language))
  const on = device === null ? '' : ` ${text.openedOn(deviceWords(device, language))}`
  return <li>{`${text.opened(name, when)}${on}`}</li>
}
