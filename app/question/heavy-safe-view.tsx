import { callable, type SafeKind, type SafePerson } from '../office/safe.ts'
import type { SafeSheet } from './heavy-sheet-view.ts'
import { heavyText } from './heavy-text.ts'

/** To whom one goes now when somebody is not safe; without names it says the same in words that work without. */
export function SafePart({ sheet }: { sheet: SafeSheet }) {
  const text = heavyText(sheet.language)
  const of = (...kinds: SafeKind[]) => sheet.people.filter(({ kind }) => kinds.includes(kind))
  const [child, colleague] = [of('child'), of('confidant', 'confidant-outside')]
  return (
    <section class="blok veilig" id="veilig" aria-labelledby="k-veilig">
      <h2 id="k-veilig">{text.safeTitle}</h2>
      <p class="kernzin">{text.safeNow}</p>
      <h3>{text.safe.child.title}</h3>
      <People people={child} sheet={sheet} />
      <p>
        <WithNumbers says={child.length > 0 ? text.safe.child.more : text.safe.child.none} />
      </p>
      <h3>{text.safe.confidant.title}</h3>
      {colleague.length > 0 ? <People people={colleague} sheet={sheet} /> : <p>{text.safe.confidant.none}</p>}
      {sheet.maySet && (
        <p class="noot">
          <a href="/settings/safe">{text.setSafe}</a>
        </p>
      )}
    </section>
  )
}

/** 112 and Veilig Thuis: one tap on a phone. */
const NUMBERS = /\b(112|0800-2000)\b/

const WithNumbers = ({ says }: { says: string }) => (
  <>
    {says
      .split(NUMBERS)
      .map((part) => (NUMBERS.test(part) ? <a href={`tel:${callable(part)}`}>{part}</a> : part))}
  </>
)

function People({ people, sheet }: { people: readonly SafePerson[]; sheet: SafeSheet }) {
  const { safe, notIn, noneIn } = heavyText(sheet.language)
  const isOut = ({ person }: SafePerson) => person !== null && sheet.out.has(person)
  const called: Record<SafeKind, string> = {
    child: safe.child.named,
    confidant: safe.confidant.named,
    'confidant-outside': safe.confidant.outside,
  }
  if (people.length === 0) return null
  return (
    <>
      <ul class="veiligen">
        {people.map((one) => (
          <li>
            <b>{one.name}</b>{' '}
            <span class="zacht">{isOut(one) ? `${called[one.kind]}, ${notIn}` : called[one.kind]}</span>
            {one.phone && <a href={`tel:${callable(one.phone)}`}>{one.phone}</a>}
          </li>
        ))}
      </ul>
      {people.every(isOut) && <p>{noneIn}</p>}
    </>
  )
}
