import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { yearTitle } from '../kernel/school-year.ts'
import { mayWritePlan } from '../plan/plan-may.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink, LinkButton } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { CONTRACT_PARTS, textOfPoints } from './contract.ts'
import { type AtContract, contractAt } from './contract-desk.ts'
import { proposedContract } from './contract-points-view.ts'
import { writeContractWords } from './contract-store.ts'
import { contractText } from './contract-text.ts'
import { ContractRead, type ContractTried, ContractWrite } from './contract-write-view.tsx'
import { adoptionSentence } from './decision-desk.ts'

/** /plan/:plan/contract: on one sheet what team and coordinator expect of each other, and its own words. */
export const contractPage = {
  get: async (c: Context<OnDesk>) => show(c, await contractAt(c), null),

  post: async (c: Context<OnDesk>) => {
    const at = await contractAt(c)
    const may = mayWritePlan(at.reader.actor, at.plan)
    if (!may.may) throw new HTTPException(403, { message: may.because })
    const form = await c.req.formData()
    const tried = await take(at, form)
    if (tried === null) return c.redirect(`${at.action}?done=saved`, 303)
    return show(c, await contractAt(c), tried)
  },
}

/** Stores each part; null when both are. What is as the plan proposes it is no own word. */
async function take(at: AtContract, form: FormData): Promise<ContractTried | null> {
  const { desk, reader, plan, wording } = at
  const proposed = proposedContract(plan, wording)
  const tried = {
    texts: {} as Record<string, string>,
    errors: {} as Record<string, string>,
    clashes: [] as string[],
  }
  let isWrong = false
  for (const part of CONTRACT_PARTS) {
    const raw = form.get(part)
    if (typeof raw !== 'string') continue
    tried.texts[part] = raw
    const typed = raw.replace(/\r\n?/g, '\n').trim()
    const text = typed === textOfPoints(proposed[part]) ? '' : typed
    if (text === '' && at.words[part] === undefined) continue
    const base = Number.parseInt(String(form.get(`base.${part}`) ?? ''), 10)
    const from = Number.isNaN(base) ? null : base
    const saved = await writeContractWords(desk.db, reader.actor, plan, part, text, from, desk.now)
    if ('saved' in saved) continue
    isWrong = true
    if ('collision' in saved) tried.clashes.push(part)
    else tried.errors[part] = sentence(at, saved)
  }
  return isWrong ? (tried as ContractTried) : null
}

function sentence({ reader }: AtContract, no: Parameters<typeof adoptionSentence>[0]) {
  const text = contractText(reader.language)
  return no.refused === 'text-too-long' ? text.tooLong : adoptionSentence(no, reader.language, reader.terms)
}

function show(c: Context<OnDesk>, at: AtContract, tried: ContractTried | null) {
  const { desk, reader, plan, href, action, sheet, wording, words } = at
  const text = contractText(reader.language)
  const title = text.pageTitle(yearTitle(plan.schoolYear))
  const wrong = tried && (Object.values(tried.errors)[0] ?? text.clash)
  const notice = wrong
    ? ({ kind: 'refusal', text: wrong } as const)
    : c.req.query('done') === 'saved'
      ? ({ kind: 'good', text: text.saved } as const)
      : null
  const mayWrite = mayWritePlan(reader.actor, plan).may
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={title} here="plan">
      <p>
        <BackLink href={href}>{text.toPlan}</BackLink>
      </p>
      <PageHead title={title} under={text.under} />
      <p class="rij">
        <LinkButton href={`${action}/pdf`} icon="download" download>
          {text.pdf}
        </LinkButton>
        <LinkButton href={`${action}/docx`} icon="download" download>
          {text.word}
        </LinkButton>
      </p>
      <ContractRead sheet={sheet} wording={wording} />
      {mayWrite && (
        <ContractWrite {...{ words, action, wording, tried }} proposed={proposedContract(plan, wording)} />
      )}
    </Page>,
    tried ? 422 : 200,
  )
}
