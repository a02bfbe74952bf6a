import type { Entry } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import type { Reader } from '../session/actor.ts'
import { Icon } from '../ui/icons.tsx'
import { isWithdrawn, openTalk, type Talk } from '../writing/comment.ts'
import { conversationText } from '../writing/conversation-text.ts'
import { type Evaluation, evaluationPassageOwner, type Time } from './evaluation.ts'
import {
  mayEvaluate,
  mayReadEvaluation,
  maySuggestInEvaluation,
  mayTalkOfEvaluation,
} from './evaluation-may.ts'
import { evaluationText } from './evaluation-text.ts'

type TalkProps = {
  readonly plan: Plan
  readonly entry: Entry
  readonly time: Time
  readonly evaluation: Evaluation | null
  readonly talk: Talk
  readonly reader: Reader
  /** Of the goal or track, for who hears the link alone. */
  readonly title: string
  /** '/plan/…/evaluation' */
  readonly href: string
}

/** The way to what is said about looking back: for who may say something, or where something was said. */
export function EvaluationTalk(props: TalkProps) {
  const { entry, time, title, href } = props
  const label = labelFor(props)
  if (label === null) return null
  return (
    <p class="daden">
      <a class="schrijf" href={`${href}/${entry.id}/${time}/conversation`}>
        <Icon name="speech" />
        {label}
        <span class="vh">: {title}</span>
      </a>
    </p>
  )
}

/** 'Twee reacties', else what one may do there, else that there was a talk; null for who has nothing to do with it. */
function labelFor({ plan, entry, time, evaluation, talk, reader }: TalkProps): string | null {
  const { actor, language } = reader
  if (!mayReadEvaluation(actor, entry).may) return null
  const text = conversationText(language)
  const owner = evaluationPassageOwner(entry.id, time, evaluation)
  const { comments, suggestions } = openTalk(talk, owner)
  if (comments + suggestions > 0) return text.counts(comments, suggestions)
  const writes = mayEvaluate(actor, plan, entry).may
  if (!writes && maySuggestInEvaluation(actor, plan, entry).may) return text.speak
  if (mayTalkOfEvaluation(actor, plan, entry).may) return text.comment
  return wasTalked(talk, owner) ? evaluationText(language).talkedThen : null
}

const wasTalked = ({ threads, suggestions }: Talk, owner: string) =>
  threads.some((thread) => thread.ownerId === owner && !isWithdrawn(thread)) ||
  suggestions.some(({ ownerId }) => ownerId === owner)
