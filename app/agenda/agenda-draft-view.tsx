import type { PlanId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { planText } from '../plan/plan-text.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { agendaText } from './agenda-text.ts'

/** Why nothing can be decided yet about a plan that is still a draft, and the way on. */
export const StillDraft = ({ planId, language }: { planId: PlanId; language: Language }) => (
  <Notice title={agendaText(language).draft}>
    <ArrowLink href={`/plan/${planId}/phase`}>{planText(language).moveOn}</ArrowLink>
  </Notice>
)
