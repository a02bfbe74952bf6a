import type { PersonId } from '../kernel/id.ts'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import type { Entry, Part } from './entry.ts'
import { ownersOf } from './entry.ts'
import { entryEditText } from './entry-edit-text.ts'
import type { Drawing } from './plan-sheet-view.ts'
import type { RosterPerson } from './roster.ts'
import { Was } from './was-view.tsx'

/** Colleagues to choose, beside what is written in free words; who is asked or joins in is said behind the name. */
export function PeopleRow({ entry, d, part }: { entry: Entry; d: Drawing; part: Part }) {
  const text = entryEditText(d.language)
  const named = entry.people.filter((one) => one.part === part)
  const people = peopleFor(
    entry,
    d,
    named.map((one) => one.personId),
  )
  if (people.length === 0) return null
  const chosen = named.flatMap((one) => d.lookup.people.get(one.personId)?.name ?? [])
  const summary = chosen.length > 0 ? `${text.people[part]}: ${chosen.join(', ')}` : text.people[part]
  return (
    <Fold summary={summary}>
      <Was
        name={`people.${part}`}
        values={people.map(({ id }) => id).filter((id) => named.some((one) => one.personId === id))}
      />
      {text.peopleHint[part] && <p class="noot">{text.peopleHint[part]}</p>}
      <fieldset class="namen">
        <legend class="vh">{text.people[part]}</legend>
        {people.map((person) => (
          <Check
            name={`people.${part}`}
            id={`n-${entry.id}-${part}-${person.id}`}
            value={person.id}
            label={person.name}
            note={noteOf(entry, d, part, person.id)}
            checked={named.some((one) => one.personId === person.id)}
          />
        ))}
      </fieldset>
    </Fold>
  )
}

/** Everyone of the team but the owner; who has left stays only where the name already stands. */
function peopleFor(entry: Entry, d: Drawing, named: readonly PersonId[]): RosterPerson[] {
  const owner = entry.personId
  const others = ownersOf(entry)
  return d.sheet.roster.people.filter(
    ({ id, hasLeft }) => id !== owner && (named.includes(id) || (!hasLeft && !others.includes(id))),
  )
}

function noteOf(entry: Entry, d: Drawing, part: Part, id: PersonId) {
  const named = entry.people.find((one) => one.part === part && one.personId === id)
  if (!named || part !== 'support') return undefined
  const words = entryEditText(d.language).supports
  if (named.declinedAt) return words.declined
  return named.agreedAt ? words.agreed : words.asked
}
