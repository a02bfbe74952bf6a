import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Actions, Form } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { RichText } from '../ui/rich.tsx'
import {
  CONTRACT_PARTS,
  type Contract,
  type ContractPart,
  type ContractWords,
  textOfPoints,
} from './contract.ts'
import type { ContractSheet } from './contract-points-view.ts'
import { contractText } from './contract-text.ts'
import type { Wording } from './item-view.ts'

/** What was sent and could not be stored. */
export type ContractTried = {
  readonly texts: Partial<Record<ContractPart, string>>
  readonly errors: Partial<Record<ContractPart, string>>
  readonly clashes: readonly ContractPart[]
}

/** The sheet as it reads on the page. */
export function ContractRead({ sheet, wording }: { sheet: ContractSheet; wording: Wording }) {
  const { language, terms } = wording
  const text = contractText(language)
  return (
    <div class="stapel">
      <Points id="ck-ib" title={text.ofCoordinator(terms)} points={sheet.contract.coordinator} />
      <Points id="ck-team" title={text.ofTeam(terms)} points={sheet.contract.team} />
      <Points id="ck-principes" title={text.principles} points={sheet.principles} />
      <dl class="akte-dl">
        {sheet.facts.map((fact) => (
          <div>
            <dt>{fact.label}</dt>
            <dd>{fact.text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Points({ id, title, points }: { id: string; title: string; points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <section class="blok" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="serif">
        <RichText text={textOfPoints(points)} />
      </div>
    </section>
  )
}

export type ContractWriteProps = {
  words: ContractWords
  proposed: Contract
  action: string
  wording: Wording
  tried: ContractTried | null
}

/** Where the coordinator makes the proposal into the own words of the school. */
export function ContractWrite({ words, proposed, action, wording, tried }: ContractWriteProps) {
  const { language, terms } = wording
  const text = contractText(language)
  const labels = { coordinator: text.ofCoordinator(terms), team: text.ofTeam(terms) }
  const isOwn = CONTRACT_PARTS.some((part) => (words[part]?.text ?? '') !== '')
  return (
    <section class="blok stapel" aria-labelledby="cw-kop">
      <h2 id="cw-kop">{text.writeTitle}</h2>
      <p>{isOwn ? text.writeOwn : text.writeSay}</p>
      <Form action={action} labelledBy="cw-kop">
        {CONTRACT_PARTS.map((part) => {
          const own = words[part]?.text ?? ''
          const shown = own === '' ? textOfPoints(proposed[part]) : own
          return (
            <>
              <input type="hidden" name={`base.${part}`} value={String(words[part]?.revision ?? 0)} />
              {tried?.clashes.includes(part) && <Meanwhile text={own} language={language} />}
              <TextField
                name={part}
                id={`f-${part}`}
                label={labels[part]}
                rows={7}
                maxlength={4000}
                value={tried?.texts[part] ?? shown}
                error={tried?.errors[part] ?? null}
              />
            </>
          )
        })}
        <Actions>
          <Button>{text.save}</Button>
        </Actions>
      </Form>
    </section>
  )
}

const Meanwhile = ({ text, language }: { text: string; language: Language }) => (
  <Notice title={contractText(language).clash}>
    <p class="serif">{text}</p>
  </Notice>
)
